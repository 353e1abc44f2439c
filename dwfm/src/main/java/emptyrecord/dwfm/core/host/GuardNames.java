package emptyrecord.dwfm.core.host;

import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;

/** The guards of this service and their meaning. All are based on F11 and F52. */
public enum GuardNames {
    STALE_DROP("dwfm.stale-drop", "Workers drop work with less than 1.5 service times left before its deadline (F52)"),
    DEDUPE(
            "dwfm.dedupe",
            "A time-out refreshes the deadline of the attempt that still waits instead of queueing another (F52)"),
    LIFO("dwfm.lifo", "Workers take the newest work first, so that under overload some work is in time (F11)"),
    BOUNDED_QUEUE(
            "dwfm.bounded-queue",
            "A queue accepts no more than it can finish in 0.6 of a deadline and refuses the rest at once (F11)"),
    RETRY_BUDGET(
            "dwfm.retry-budget", "Retries may use a quarter of the capacity, and more only while work succeeds (F52)"),
    BACKOFF_JITTER("dwfm.backoff-jitter", "Retries back off exponentially with full jitter up to 30 minutes (F52)"),
    ADMISSION(
            "dwfm.admission",
            "New attempts are admitted only while the queue is shorter than a quarter of a deadline (F83)");

    private final String id;
    private final String meaning;

    GuardNames(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    public String id() {
        return id;
    }

    public Guard in(Guards guards) {
        return guards.declare(id, meaning);
    }
}
