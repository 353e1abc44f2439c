package emptyrecord.enactor.core;

/** How a flip continues that was refused because the rollback's target, the active tree, is gone (F39). */
public enum RollbackRule {
    /** The night: every later flip is refused as well, so the endpoint stays broken until an operator repairs it. */
    TARGET_MUST_EXIST,
    /** The remedy: the flip is sent once more with the rollback at the new plan itself, and the endpoint recovers. */
    NEW_PLAN_INSTEAD
}
