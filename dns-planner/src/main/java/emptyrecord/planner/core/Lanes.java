package emptyrecord.planner.core;

import java.time.Duration;

/**
 * When the plan that the planner has just made is written. How fast generations pass is half of the race: an enactor
 * that is held up falls behind by as many of them as are written meanwhile, and a clean-up counts generations, not
 * minutes (F37, F38).
 */
public sealed interface Lanes {

    /**
     * @param last the newest plan that is written
     * @param next the one that may follow it
     */
    boolean isDue(Plan last, Plan next);

    /** The night: each period brings a plan, whether or not anything is different in it (F30). */
    record OneLane() implements Lanes {
        @Override
        public boolean isDue(Plan last, Plan next) {
            return true;
        }
    }

    /**
     * The remedy, one of the lessons (F41; what belongs into which lane is our choice). Fast: a plan that takes an address
     * out, for customers are being sent there in vain. Slow: everything else, a load balancer that comes back and other
     * weights among it, once in a while.
     *
     * @param slow incident time between the last plan and the next in the slow lane
     */
    record TwoLanes(Duration slow) implements Lanes {
        @Override
        public boolean isDue(Plan last, Plan next) {
            return next.takesOutAddressOf(last) || isOld(Duration.between(last.createdAt(), next.createdAt()));
        }

        /** A last plan from the future is of another clock: nothing is to be waited for. */
        private boolean isOld(Duration age) {
            return age.isNegative() || age.compareTo(slow) >= 0;
        }
    }
}
