package emptyrecord.dwfm.core.queue;

import emptyrecord.dwfm.core.lease.LeaseParameters;

/** The longest queue of a host; beyond it new work is refused at once. */
public record QueueBound(int max) {

    /**
     * The night had no bound (F11). This one only protects the process: a host reaches it after about two days of
     * uninterrupted collapse (our choice).
     */
    public static final QueueBound NONE_IN_PRACTICE = new QueueBound(100_000);

    /**
     * The remedy {@code dwfm.bounded-queue}: {@code K = 0.6 A W / Se}, so that accepted work is also done in time. At
     * {@code 3 A W / Se} the collapse is still permanent (docs/dynamics.md).
     */
    public static QueueBound workableBound(LeaseParameters parameters) {
        return new QueueBound((int) (0.6 * parameters.attemptsWithinDeadline()));
    }

    public boolean full(int length) {
        return length >= max;
    }
}
