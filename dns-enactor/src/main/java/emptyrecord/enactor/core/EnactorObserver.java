package emptyrecord.enactor.core;

import java.time.Duration;

/** Receives what an enactor has just done; a service turns it into events and counts. */
public interface EnactorObserver {

    /** A position in a pass: which endpoint, with which plan, replacing which active one. */
    record At(Plan.Endpoint endpoint, PlanGeneration plan, PlanGeneration activeBefore) {}

    default void planPicked(PlanGeneration plan, PlanGeneration activeBefore) {}

    default void lockLost(At at, int lostLocks, Duration backOff) {}

    default void planFlipped(At at) {}

    /** @param message Route 53's own */
    default void flipRefused(At at, String message) {}

    default void planSkipped(At at, Skip why) {}

    default void treeDeleted(Plan.Endpoint endpoint, PlanGeneration tree, PlanGeneration applied) {}

    default void deleteRefused(Plan.Endpoint endpoint, PlanGeneration tree, String message) {}

    default void passFinished(PlanGeneration plan, boolean complete) {}

    /** Why an endpoint is left unchanged. */
    enum Skip {
        ALREADY_CURRENT,
        STALE_AT_RECHECK,
        STALE_AT_FENCE,
        TRIES_USED_UP,
        ROUTE53_SILENT
    }
}
