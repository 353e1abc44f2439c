package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The checking subsystem of the load balancer as one state machine: time and answers go in, {@link Effect}s come out,
 * for the adapters to carry out and count. It never waits and never asks. Not thread-safe: its owner admits one call at
 * a time.
 */
public final class Checking {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final CheckingContext context;
    private final WarmUp warmUp;
    private final CheckerFleet checkers;
    private final CheckerKeeper checkerKeeper;
    private final ReplaceUnreachable replaceUnreachable;
    private final NodeKeeper nodeKeeper;
    private final NodeWatch watch;
    private final Launches launches;
    private final ZoneFailover failover;
    private final DnsAnswer answer;
    private final FailureShare failures;
    private final List<NodeState> nodes;
    private final Map<String, NodeState> byName = new LinkedHashMap<>();
    private final Map<String, List<NodeState>> byZone = new LinkedHashMap<>();
    private final TargetKeeper targets;
    private boolean broughtUp;
    private long checks;
    private long checksFailed;

    /** @param random seeded; the same seed and the same answers give the same night */
    public Checking(CheckingRules rules, FleetPlan plan, Remedies remedies, RandomGenerator random, Instant start) {
        context = new CheckingContext(rules, random, start);
        nodes = plan.nodes().stream().map(spec -> new NodeState(spec, start)).toList();
        plan.zones().forEach(zone -> byZone.put(zone, of(zone)));
        nodes.forEach(node -> byName.put(node.spec().name(), node));
        warmUp = new WarmUp(context, remedies);
        launches = new Launches(context);
        targets = new TargetKeeper(context, launches, plan);
        checkers = new CheckerFleet(context);
        nodeKeeper = new NodeKeeper(context, launches, warmUp, nodes);
        watch = new NodeWatch(context, remedies, checkers, this::stillFailing);
        checkerKeeper = new CheckerKeeper(context, checkers, launches, warmUp, plan.zones(), watch::check);
        replaceUnreachable = new ReplaceUnreachable(context, checkers, c -> checkerKeeper.retire(c, "unreachable"));
        Trust trust = new Trust(context, remedies);
        failover = new ZoneFailover(context, remedies, trust, byZone);
        answer = new DnsAnswer(context, remedies, failover, trust);
        failures = new FailureShare(context);
    }

    /** Takes the fleet up from its journal and lines up the missing launches. */
    public List<Effect> start(FleetMemory memory) {
        broughtUp = memory.broughtUp();
        memory.toTerminate().forEach(launches::terminate);
        targets.start(memory);
        checkerKeeper.start(memory.playing(Role.CHECKER));
        nodeKeeper.start(memory);
        watch.start(nodes);
        context.agenda().every(context.rules().failover().every(), this::everyMinute);
        context.agenda().every(context.rules().checkers().scaleEvery(), this::scale);
        context.agenda().every(context.rules().checkers().replaceUnreachableEvery(), this::lookForUnreachable);
        return decided();
    }

    /** Does everything due by {@code now}. */
    public List<Effect> advance(Instant now) {
        context.agenda().advance(now);
        return decided();
    }

    /** When {@link #advance} has something to do next. */
    public Optional<Instant> nextDue() {
        return context.agenda().nextDue();
    }

    /**
     * A check is over. A result from a checker that has retired meanwhile does not count, and the node is checked
     * again. A result of an instance that no longer plays the node only keeps the loop going.
     *
     * @param plannedEnd when the checker's slot came free by plan
     */
    public List<Effect> checked(Instant now, Effect.Check check, boolean passed, Instant plannedEnd) {
        context.agenda().advance(now);
        Optional<NodeState> node = Optional.ofNullable(byName.get(check.node()));
        boolean counts = checkers.inService(check.checker());
        node.ifPresent(n -> {
            if (counts) {
                result(n, check, passed);
            } else if (!check.verification()) {
                watch.check(n);
            }
        });
        checkers.end(check, plannedEnd);
        return decided();
    }

    public List<Effect> launched(Instant now, Effect.Launch launch, String instanceId) {
        context.agenda().advance(now);
        FleetFact fact = new FleetFact(
                FleetFact.Kind.LAUNCHED, launch.role(), launch.slot(), launch.zone(), instanceId, lifeEnd(launch));
        context.emit(new Effect.Remember(fact));
        context.agenda().after(context.rules().fleet().boot(), () -> up(launch, fact));
        return decided();
    }

    public List<Effect> launchRefused(Instant now, Effect.Launch launch) {
        context.agenda().advance(now);
        launches.refused(launch);
        return decided();
    }

    public List<Effect> terminated(Instant now, String instanceId) {
        context.agenda().advance(now);
        launches.terminated(instanceId);
        context.emit(new Effect.Remember(
                new FleetFact(FleetFact.Kind.TERMINATED, Role.NODE, "", "", instanceId, context.now())));
        return decided();
    }

    public List<Effect> terminationRefused(Instant now, String instanceId) {
        context.agenda().advance(now);
        launches.terminationRefused(instanceId);
        return decided();
    }

    public List<Effect> propagation(Instant now, String instanceId, Propagated answer) {
        context.agenda().advance(now);
        warmUp.answer(instanceId, answer);
        replaceUnreachable.answer(instanceId, answer);
        return decided();
    }

    /** The operator's switch (F19, F23). */
    public List<Effect> autoFailover(Instant now, boolean on) {
        context.agenda().advance(now);
        failover.switchTo(on);
        return decided();
    }

    public CheckingView view() {
        return new CheckingView(
                nodes.stream().map(this::view).toList(),
                byZone.keySet().stream().map(this::view).toList(),
                broughtUp,
                failover.on(),
                checkers.size(),
                checkerKeeper.wanted(),
                checkerKeeper.onTheirWay(),
                checkers.waiting(),
                warmUp.waiting(),
                launches.terminating(),
                meanAge(),
                failures.share(),
                new CheckingView.Counters(checks, checksFailed, watch.verdictChanges(), failover.failovers()));
    }

    private void result(NodeState node, Effect.Check check, boolean passed) {
        checks++;
        checksFailed += passed ? 0 : 1;
        failures.count(passed);
        context.emit(
                new Effect.Checked(passed, check.verification(), Duration.between(node.lastResult(), context.now())));
        if (node.inService() && node.plays(check.toInstance())) {
            watch.result(node, passed);
        }
        if (!check.verification()) {
            watch.nextRound(node);
        }
        bringUpEnds();
    }

    private void bringUpEnds() {
        if (!broughtUp && nodes.stream().allMatch(NodeState::healthy) && targets.complete()) {
            broughtUp = true;
            context.emit(new Effect.Remember(
                    new FleetFact(FleetFact.Kind.BROUGHT_UP, Role.NODE, "", "", "", context.now())));
            context.emit(new Effect.BroughtUp(nodes.size(), checkers.size()));
        }
    }

    private void stillFailing(NodeState node) {
        if (broughtUp) {
            nodeKeeper.failing(node);
        }
    }

    private void everyMinute() {
        if (broughtUp) {
            failover.evaluate();
            failures.watch();
        }
    }

    private void scale() {
        if (broughtUp) {
            checkerKeeper.scale(meanAge());
        }
    }

    private void lookForUnreachable() {
        if (broughtUp) {
            replaceUnreachable.look();
        }
    }

    private Instant lifeEnd(Effect.Launch launch) {
        return switch (launch.role()) {
            case CHECKER -> checkerKeeper.lifeEnd(launch);
            case NODE -> nodeKeeper.lifeEnd(launch);
            case TARGET -> NEVER;
        };
    }

    private void up(Effect.Launch launch, FleetFact fact) {
        switch (launch.role()) {
            case CHECKER -> checkerKeeper.up(fact);
            case NODE -> nodeKeeper.up(fact, !launch.bringUp());
            case TARGET -> targets.up(fact);
        }
    }

    private List<Effect> decided() {
        answer.follow(nodes);
        return context.take();
    }

    private Duration meanAge() {
        return Duration.ofNanos(Math.round(nodes.stream()
                .filter(NodeState::inService)
                .mapToLong(n -> Duration.between(n.lastResult(), context.now()).toNanos())
                .average()
                .orElse(0)));
    }

    private CheckingView.NodeView view(NodeState node) {
        return new CheckingView.NodeView(
                node.spec(),
                node.instance(),
                node.healthy(),
                answer.contains(node),
                Duration.between(node.lastResult(), context.now()));
    }

    private CheckingView.ZoneView view(String zone) {
        boolean inDns = of(zone).stream().anyMatch(answer::contains);
        return new CheckingView.ZoneView(zone, failover.share(zone), failover.isWithdrawn(zone), inDns);
    }

    private List<NodeState> of(String zone) {
        return nodes.stream().filter(n -> n.spec().zone().equals(zone)).toList();
    }
}
