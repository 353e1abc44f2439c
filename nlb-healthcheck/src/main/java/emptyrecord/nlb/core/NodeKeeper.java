package emptyrecord.nlb.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives every node an instance: at the start, when one dies of age, and when a node has been failing for too long. A
 * replacement is new, so its network state must be propagated first. This adds load to a queue that is already behind
 * (F71).
 */
final class NodeKeeper {

    /** Lives differ by a tenth; our choice. */
    private static final double LIFE_SPREAD = 0.1;

    private final CheckingContext context;
    private final Launches launches;
    private final WarmUp warmUp;
    private final List<NodeState> nodes;
    /** The part of a life in which every node of the first fleet dies, by its place in the list; in random order. */
    private final List<Integer> strata;

    private int replacing;

    NodeKeeper(CheckingContext context, Launches launches, WarmUp warmUp, List<NodeState> nodes) {
        this.context = context;
        this.launches = launches;
        this.warmUp = warmUp;
        this.nodes = nodes;
        this.strata = new ArrayList<>(IntStream.range(0, nodes.size()).boxed().toList());
        Collections.shuffle(strata, context.random());
    }

    /** Takes up the nodes that a restart found and lines up the missing ones. */
    void start(FleetMemory memory) {
        for (NodeState node : nodes) {
            Optional<FleetFact> fact = memory.playing(node.spec().name());
            fact.ifPresentOrElse(
                    f -> takeUp(node, f, memory.passed(f.instanceId())),
                    () -> launches.line(
                            Role.NODE, node.spec().name(), node.spec().zone()));
        }
    }

    /** Planned end of a new node's life: stratified over a life for the first fleet, a life for later ones. */
    Instant lifeEnd(Effect.Launch launch) {
        return launch.bringUp()
                ? firstLifeEnd(launch.slot())
                : context.now().plus(context.about(context.rules().fleet().nodeLife(), LIFE_SPREAD));
    }

    /** An instance for a node has booted. */
    void up(FleetFact fact, boolean replacement) {
        replacing -= replacement ? 1 : 0;
        place(nodes.get(indexOf(fact.slot())), fact, fact.until());
    }

    /** Replaces a node that has been failing for too long, if not too many are being replaced. */
    void failing(NodeState node) {
        CheckingRules.Fleet rules = context.rules().fleet();
        if (replacing < rules.replacementsMax() && node.failingLongerThan(rules.replaceAfter(), context.now())) {
            replace(node, "failing");
        }
    }

    private void takeUp(NodeState node, FleetFact fact, boolean passed) {
        place(node, fact, fact.until().isAfter(context.now()) ? fact.until() : firstLifeEnd(fact.slot()));
        if (passed) {
            node.takeUpAsPassing();
        }
    }

    private void place(NodeState node, FleetFact fact, Instant until) {
        String id = fact.instanceId();
        node.place(id, warmUp.holds(), context.now());
        context.emit(new Effect.NodePlaced(node.spec().name(), Optional.of(id)));
        warmUp.admit(id, () -> {
            if (node.plays(Optional.of(id))) {
                node.warm(context.now());
            }
        });
        context.agenda().at(until, due -> {
            if (node.plays(Optional.of(id))) {
                replace(node, "end-of-life");
            }
        });
    }

    private void replace(NodeState node, String reason) {
        NodeSpec spec = node.spec();
        String old = node.instance().orElseThrow();
        replacing++;
        node.die();
        warmUp.forget(old);
        context.emit(new Effect.NodePlaced(spec.name(), Optional.empty()));
        context.emit(new Effect.NodeReplaced(spec.name(), spec.zone(), old, reason));
        context.emit(new Effect.Remember(
                new FleetFact(FleetFact.Kind.GONE, Role.NODE, spec.name(), spec.zone(), old, context.now())));
        launches.terminate(old);
        launches.now(Role.NODE, spec.name(), spec.zone());
    }

    private Instant firstLifeEnd(String slot) {
        double share = context.stratum(strata.get(indexOf(slot)), strata.size());
        return context.now().plus(CheckingContext.scaled(context.rules().fleet().nodeLife(), share));
    }

    private int indexOf(String slot) {
        return nodes.stream().map(n -> n.spec().name()).toList().indexOf(slot);
    }
}
