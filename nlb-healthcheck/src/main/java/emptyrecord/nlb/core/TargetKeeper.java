package emptyrecord.nlb.core;

import java.util.Optional;

/** The customers' target instances: launched once, never replaced; they ran all night (F7). */
final class TargetKeeper {

    private final CheckingContext context;
    private final Launches launches;
    private final FleetPlan plan;
    private int up;

    TargetKeeper(CheckingContext context, Launches launches, FleetPlan plan) {
        this.context = context;
        this.launches = launches;
        this.plan = plan;
    }

    void start(FleetMemory memory) {
        for (FleetPlan.TargetSpec target : plan.targets()) {
            Optional<FleetFact> fact = memory.playing(target.name());
            fact.ifPresentOrElse(this::up, () -> launches.line(Role.TARGET, target.name(), target.zone()));
        }
    }

    void up(FleetFact fact) {
        up++;
        context.emit(new Effect.TargetPlaced(fact.zone(), fact.instanceId()));
    }

    boolean complete() {
        return up >= plan.targets().size();
    }
}
