package emptyrecord.dwfm.core.queue;

import emptyrecord.dwfm.core.lease.LeaseParameters;

/** Up to which queue length new establish attempts are admitted; other work is not affected. */
public interface Admission {

    /** The night: always. */
    Admission ALWAYS = new Below(Integer.MAX_VALUE);

    /** @param length of the queue; an attempt that is admitted makes it one longer */
    boolean admits(int length);

    /** The remedy {@code dwfm.admission}: while the queue is shorter than {@code 0.25 A W / Se}, at least 2. */
    static int shortQueue(LeaseParameters parameters) {
        return Math.max(2, (int) (0.25 * parameters.attemptsWithinDeadline()));
    }

    /** While the queue is shorter than this. */
    record Below(int below) implements Admission {
        @Override
        public boolean admits(int length) {
            return length < below;
        }
    }
}
