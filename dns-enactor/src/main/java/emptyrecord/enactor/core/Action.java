package emptyrecord.enactor.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The next thing an enactor needs done, and the type of the result. The core only ever yields actions; a service, a
 * test or a simulator carries them out. They are the points at which a run can be held.
 *
 * @param <R> the result
 */
public sealed interface Action<R> {

    /** No result. */
    enum Done {
        DONE
    }

    /**
     * Ask the planner for its newest plan; empty if it has none or does not answer (a stopped planner is harmless,
     * F30).
     */
    record ReadPlan() implements Action<Optional<Plan>> {}

    /** Read the top of a zone; empty if Route 53 does not answer. */
    record ReadHead(Plan.Endpoint endpoint, Purpose purpose) implements Action<Optional<ZoneHead>> {}

    /** List the plan trees that a zone holds, oldest first. */
    record ListTrees(Plan.Endpoint endpoint) implements Action<List<PlanTree>> {}

    /**
     * Wait incident time.
     *
     * @param at the endpoint that is next; empty between two passes
     */
    record Wait(Duration duration, Why why, Optional<Plan.Endpoint> at) implements Action<Done> {}

    /** A batch for Route 53. */
    sealed interface Submit extends Action<BatchOutcome> {
        Plan.Endpoint endpoint();

        PlanGeneration plan();

        Batch batch();
    }

    /**
     * One acquisition.
     *
     * @param heldBy the other enactor that holds the lock, as just read; then the acquisition is lost without a batch
     */
    record TryLock(Plan.Endpoint endpoint, PlanGeneration plan, Batch batch, Optional<String> heldBy)
            implements Submit {}

    record Build(Plan.Endpoint endpoint, PlanGeneration plan, Batch batch) implements Submit {}

    record Flip(Plan.Endpoint endpoint, PlanGeneration plan, Batch batch) implements Submit {}

    record FreeLock(Plan.Endpoint endpoint, PlanGeneration plan, Batch batch) implements Submit {}

    record DeleteTree(Plan.Endpoint endpoint, PlanGeneration plan, Batch batch) implements Submit {}

    /** Why a zone's top is read. */
    enum Purpose {
        FRESHNESS_CHECK,
        LOCK,
        RECHECK,
        CLEAN_UP
    }

    /** The reason for a wait. */
    enum Why {
        POLL,
        BACK_OFF,
        BEFORE_BUILD,
        BEFORE_FLIP,
        BEFORE_LIST,
        BEFORE_DELETE
    }
}
