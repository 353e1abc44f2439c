package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the fleet of checkers at its size. Lives are exponential: a replacement does not depend on a checker's age, and
 * the fleet is in its steady state from the start (our choice). When results come late on average the fleet grows. In
 * the night this means more checkers whose network state is not propagated (F70, F71).
 */
final class CheckerKeeper {

    private final CheckingContext context;
    private final CheckerFleet fleet;
    private final Launches launches;
    private final WarmUp warmUp;
    private final List<String> zones;
    private final Consumer<NodeState> handOn;
    private int wanted;
    private int onTheirWay;
    private int named;

    /** @param handOn takes the nodes whose checks waited at a checker that retires */
    CheckerKeeper(
            CheckingContext context,
            CheckerFleet fleet,
            Launches launches,
            WarmUp warmUp,
            List<String> zones,
            Consumer<NodeState> handOn) {
        this.context = context;
        this.fleet = fleet;
        this.launches = launches;
        this.warmUp = warmUp;
        this.zones = zones;
        this.handOn = handOn;
        this.wanted = context.rules().checkers().count();
    }

    /** Takes up the checkers a restart found and lines up the missing ones. */
    void start(List<FleetFact> remembered) {
        remembered.forEach(fact -> {
            named = Math.max(named, number(fact.slot()));
            enter(fact, fact.until().isAfter(context.now()) ? fact.until() : firstLifeEnd(fact.slot()));
        });
        while (fleet.size() + onTheirWay < wanted) {
            onTheirWay++;
            named++;
            launches.line(Role.CHECKER, "checker-" + named, zones.get(named % zones.size()));
        }
    }

    /**
     * Planned end of a new checker's life: any exponential life, or for the first fleet one from its own part of them.
     */
    Instant lifeEnd(Effect.Launch launch) {
        return launch.bringUp()
                ? firstLifeEnd(launch.slot())
                : lifeEnd(context.random().nextDouble());
    }

    /** A checker has booted: into service, through the readiness gate if there is one. */
    void up(FleetFact fact) {
        warmUp.admit(fact.instanceId(), () -> {
            onTheirWay--;
            enter(fact, fact.until());
        });
    }

    /** Decides the size of the fleet again. */
    void scale(Duration meanAge) {
        CheckingRules.Checkers rules = context.rules().checkers();
        double loops =
                (double) meanAge.toNanos() / context.rules().checks().every().toNanos();
        if (loops > rules.scaleUpAge()) {
            wanted = Math.min(rules.count() * rules.maxFactor(), wanted + rules.scaleStep());
            refill();
        } else if (loops < rules.scaleDownAge() && wanted > rules.count() && fleet.size() > rules.count()) {
            wanted--;
            retire(fleet.longestInServiceFirst().getFirst(), "scaled-in");
        }
    }

    int wanted() {
        return wanted;
    }

    int onTheirWay() {
        return onTheirWay;
    }

    private void enter(FleetFact fact, Instant until) {
        CheckerState checker = new CheckerState(fact.slot(), fact.zone(), fact.instanceId(), context.now());
        fleet.enter(checker);
        context.emit(new Effect.CheckerLaunched(checker.name(), checker.zone(), checker.instanceId()));
        context.agenda().at(until, due -> retire(checker, "end-of-life"));
    }

    /** Takes a checker out of service for good, and launches another if the fleet is too small without it. */
    void retire(CheckerState checker, String reason) {
        if (checker.retired()) {
            return;
        }
        fleet.retire(checker, handOn);
        context.emit(new Effect.CheckerRetired(checker.name(), checker.zone(), checker.instanceId(), reason));
        context.emit(new Effect.Remember(new FleetFact(
                FleetFact.Kind.GONE,
                Role.CHECKER,
                checker.name(),
                checker.zone(),
                checker.instanceId(),
                context.now())));
        launches.terminate(checker.instanceId());
        refill();
    }

    private void refill() {
        while (fleet.size() + onTheirWay < wanted) {
            onTheirWay++;
            named++;
            launches.now(
                    Role.CHECKER, "checker-" + named, zones.get(context.random().nextInt(zones.size())));
        }
    }

    /** Stratified over the first fleet, so that the fleet starts in its steady state. */
    private Instant firstLifeEnd(String slot) {
        int count = context.rules().checkers().count();
        return lifeEnd(context.stratum((number(slot) - 1) % count, count));
    }

    private Instant lifeEnd(double share) {
        return context.now()
                .plus(CheckingContext.exponential(context.rules().checkers().meanLife(), share));
    }

    private static int number(String slot) {
        return Integer.parseInt(slot.substring(slot.lastIndexOf('-') + 1));
    }
}
