package emptyrecord.enactor.telemetry;

import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import java.time.Duration;
import java.util.List;

/** Calls several observers, in their order. */
public record AllObservers(List<EnactorObserver> all) implements EnactorObserver {

    @Override
    public void planPicked(PlanGeneration plan, PlanGeneration activeBefore) {
        all.forEach(o -> o.planPicked(plan, activeBefore));
    }

    @Override
    public void lockLost(At at, int lostLocks, Duration backOff) {
        all.forEach(o -> o.lockLost(at, lostLocks, backOff));
    }

    @Override
    public void planFlipped(At at) {
        all.forEach(o -> o.planFlipped(at));
    }

    @Override
    public void flipRefused(At at, String message) {
        all.forEach(o -> o.flipRefused(at, message));
    }

    @Override
    public void planSkipped(At at, Skip why) {
        all.forEach(o -> o.planSkipped(at, why));
    }

    @Override
    public void treeDeleted(Plan.Endpoint endpoint, PlanGeneration tree, PlanGeneration applied) {
        all.forEach(o -> o.treeDeleted(endpoint, tree, applied));
    }

    @Override
    public void deleteRefused(Plan.Endpoint endpoint, PlanGeneration tree, String message) {
        all.forEach(o -> o.deleteRefused(endpoint, tree, message));
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        all.forEach(o -> o.passFinished(plan, complete));
    }
}
