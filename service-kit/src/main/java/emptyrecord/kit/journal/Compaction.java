package emptyrecord.kit.journal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Rewrites a journal as its live state when a policy says so; the owner asks after it has appended. Rewriting never
 * fails the caller: appended lines are safe already, and a full disk must not turn an acknowledged change into a
 * refusal. A failure is logged once, counted, and tried again some lines later.
 */
public final class Compaction<T> {

    private final Journal<T> journal;
    private final CompactionPolicy policy;
    private final LiveState<T> live;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean failing;

    public Compaction(Journal<T> journal, CompactionPolicy policy, LiveState<T> live) {
        this.journal = journal;
        this.policy = policy;
        this.live = live;
    }

    public boolean isDue() {
        Journal.Extent now = journal.extent();
        return now.mayBeRewritten() && policy.isDue(now, live);
    }

    /**
     * The owner keeps others from appending meanwhile.
     *
     * @return whether the file was rewritten
     */
    public boolean runIfDue() {
        if (!isDue()) {
            return false;
        }
        failing = !journal.rewrite(live);
        if (!failing) {
            done.incrementAndGet();
        }
        return !failing;
    }

    /** How often the file was rewritten since the start. */
    public long done() {
        return done.get();
    }

    /** Whether the last attempt failed, so that the file grows. */
    public boolean failing() {
        return failing;
    }
}
