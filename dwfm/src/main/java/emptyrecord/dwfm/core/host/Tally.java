package emptyrecord.dwfm.core.host;

/** How often each {@link Counted} happened since the process started; it only grows. */
public final class Tally {

    private final long[] counts = new long[Counted.values().length];

    void add(Counted what) {
        counts[what.ordinal()]++;
    }

    void add(Counted what, long times) {
        counts[what.ordinal()] += times;
    }

    public long of(Counted what) {
        return counts[what.ordinal()];
    }

    Tally copy() {
        return new Tally().plus(this);
    }

    /** Adds another tally to this one; returns this one. */
    public Tally plus(Tally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        return this;
    }
}
