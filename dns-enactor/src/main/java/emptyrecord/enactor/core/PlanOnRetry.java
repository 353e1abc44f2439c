package emptyrecord.enactor.core;

/** Which plan an enactor uses after a lost lock. */
public enum PlanOnRetry {
    /** The night (F36). */
    KEPT_IN_MEMORY,
    /** The remedy: the planner is asked again, so that the plan is as old as the end of the last back-off. */
    READ_AGAIN
}
