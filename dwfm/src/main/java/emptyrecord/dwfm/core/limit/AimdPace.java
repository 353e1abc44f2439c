package emptyrecord.dwfm.core.limit;

import emptyrecord.dwfm.core.lease.LeaseParameters;

/**
 * How many pieces of work a starting host admits to its queue at a time: additive increase, multiplicative decrease.
 *
 * <p>{@code limit += 1 / limit} for a piece done in time while the limit is used, so one more a round; {@code limit = max(1,
 * limit / 2)} for a piece that missed its deadline. The form is TCP's congestion avoidance (RFC 5681 section 3.1; Chiu and
 * Jain 1989), as {@code AIMDLimit} in Netflix's concurrency-limits has it for servers. It begins at the number of workers.
 */
public final class AimdPace {
    private static final double DECREASE = 0.5;

    private final double most;
    private double limit;

    /**
     * @param first limit at the start
     * @param most what can be done within one deadline, at least {@code first}
     */
    public AimdPace(double first, double most) {
        this.limit = first;
        this.most = Math.max(first, most);
    }

    public static AimdPace of(LeaseParameters parameters) {
        return new AimdPace(parameters.workers(), parameters.attemptsWithinDeadline());
    }

    /** @param inPlay pieces that wait or are in progress */
    public boolean admits(int inPlay) {
        return inPlay < (int) limit;
    }

    /** A piece was done in time. */
    public void inTime(int inPlay) {
        if (2 * inPlay >= limit) {
            limit = Math.min(most, limit + 1 / limit);
        }
    }

    /** A piece missed its deadline. */
    public void missed() {
        limit = Math.max(1, limit * DECREASE);
    }

    public double limit() {
        return limit;
    }
}
