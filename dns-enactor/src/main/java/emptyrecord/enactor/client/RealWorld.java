package emptyrecord.enactor.client;

import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.Step;

/** Carries the core's actions out: planner over HTTP, Route 53 through the SDK, waits on the incident clock. */
public final class RealWorld implements Step.World {

    private final PlannerClient planner;
    private final HostedZones zones;
    private final Pause pause;

    public RealWorld(PlannerClient planner, HostedZones zones, Pause pause) {
        this.planner = planner;
        this.zones = zones;
        this.pause = pause;
    }

    @Override
    @SuppressWarnings("unchecked") // each case answers with its own action's result type
    public <R> R perform(Action<R> action) {
        Object result = switch (action) {
            case Action.ReadPlan read -> planner.latest();
            case Action.ReadHead read -> zones.head(read.endpoint().zone()).map(h -> h.namedAs(read.endpoint()));
            case Action.ListTrees list -> zones.trees(list.endpoint().zone());
            case Action.Wait wait -> pause.of(wait.duration());
            case Action.TryLock lock -> tryLock(lock);
            case Action.Submit submit -> zones.submit(submit.batch());
        };
        return (R) result;
    }

    private BatchOutcome tryLock(Action.TryLock lock) {
        return lock.heldBy()
                .<BatchOutcome>map(holder -> new BatchOutcome.Refused("held by " + holder))
                .orElseGet(() -> zones.submit(lock.batch()));
    }
}
