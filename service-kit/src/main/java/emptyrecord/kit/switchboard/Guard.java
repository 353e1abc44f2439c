package emptyrecord.kit.switchboard;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One slice of the Swiss cheese: a remedy that is off by default (the night), can be switched while the system runs, and
 * is counted when it acts. A guard never acts by itself; code that owns a defect asks {@link #on()} and takes the
 * remedy's path.
 */
public final class Guard {

    private final String name;
    private final String meaning;
    private final AtomicLong acted = new AtomicLong();
    private volatile boolean on;

    /**
     * @param name chapter and remedy, for example {@code dns.fence}
     * @param meaning one sentence: what it does, and the fact it stands on
     */
    public Guard(String name, String meaning) {
        this.name = name;
        this.meaning = meaning;
    }

    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    public boolean on() {
        return on;
    }

    public void set(boolean wanted) {
        on = wanted;
    }

    /** To be called when the guard changed what would otherwise have happened. */
    public void acted() {
        acted.incrementAndGet();
    }

    /** How often the guard has acted since the process started. */
    public long timesActed() {
        return acted.get();
    }
}
