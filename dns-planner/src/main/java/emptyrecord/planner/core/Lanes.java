package emptyrecord.planner.core;

import java.time.Duration;

/**
 * Decides when the planner's next plan is written. How fast generations pass is half of the race: a slow enactor falls
 * behind by as many of them as are written meanwhile, and a clean-up counts generations, not minutes (F37, F38).
 */
public sealed interface Lanes {

    /**
     * @param last the newest plan that is written
     * @param next the candidate that may follow it
     */
    boolean isDue(Plan last, Plan next);

    /** The night: each period writes a plan, whether or not it differs from the last (F30). */
    record OneLane() implements Lanes {
        @Override
        public boolean isDue(Plan last, Plan next) {
            return true;
        }
    }

    /**
     * The remedy, one of the lessons (F41; the assignment to lanes is our choice). Fast: a plan that takes an address
     * out, because customers are being sent there in vain. Slow: everything else, once in a while; that includes a load
     * balancer that returns and changed weights.
     *
     * @param slow incident time between the last plan and the next in the slow lane
     */
    record TwoLanes(Duration slow) implements Lanes {
        @Override
        public boolean isDue(Plan last, Plan next) {
            return next.takesOutAddressOf(last) || isOld(Duration.between(last.createdAt(), next.createdAt()));
        }

        /** A last plan from the future has the time of another clock, so it causes no wait. */
        private boolean isOld(Duration age) {
            return age.isNegative() || age.compareTo(slow) >= 0;
        }
    }
}
