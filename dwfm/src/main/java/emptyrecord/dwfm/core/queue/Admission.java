package emptyrecord.dwfm.core.queue;

import emptyrecord.dwfm.core.lease.LeaseParameters;

/** Up to which queue length new establish attempts are admitted; other work is not affected. */
public record Admission(int below) {

    /** The night: always. */
    public static final Admission ALWAYS = new Admission(Integer.MAX_VALUE);

    /** The remedy {@code dwfm.admission}: while the queue is shorter than {@code 0.25 A W / Se}, at least 2. */
    public static Admission whileQueueIsShort(LeaseParameters parameters) {
        return new Admission(Math.max(2, (int) (0.25 * parameters.attemptsWithinDeadline())));
    }

    public boolean admits(int length) {
        return length < below;
    }
}
