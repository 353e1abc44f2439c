package emptyrecord.enactor.core;

/**
 * Whether a plan may be applied: it must be newer than the active plan. The defect and its remedy are siblings;
 * {@link OnceAtStart} describes the gap between check and use.
 */
public sealed interface FreshnessCheck {

    default boolean passes(PlanGeneration plan, ZoneHead head) {
        return plan.newerThan(head.active());
    }

    /** Whether the check is repeated, on the endpoint itself, when its lock has been won. */
    boolean isRepeatedUnderTheLock();

    /**
     * The night. The check: once, on the regional endpoint, before the pass. The use: every endpoint's flip. The gap:
     * everything in between, above all the back-off after a lost lock, which doubles without end while the plan stays
     * in memory (F31, F36). A plan that was fresh at the check can be generations old at the flip (F38).
     */
    record OnceAtStart() implements FreshnessCheck {
        @Override
        public boolean isRepeatedUnderTheLock() {
            return false;
        }
    }

    /** The remedy: the lock is held from the check to the use, so nothing can change in between (F40). */
    record AfterWinningTheLock() implements FreshnessCheck {
        @Override
        public boolean isRepeatedUnderTheLock() {
            return true;
        }
    }
}
