package emptyrecord.nlb.core;

import java.util.List;
import java.util.function.Consumer;

/**
 * The closed loop of every node, and its verdict. The next check comes {@code every} after the last result, so a slow
 * answer delays the node's own loop and no other. A change of verdict queues verification checks besides the loop: the
 * subsystem works hardest when its verdicts are worth least (F71).
 */
final class NodeWatch {

    private final CheckingContext context;
    private final Remedies remedies;
    private final CheckerFleet checkers;
    private final Consumer<NodeState> onFailing;
    private long verdictChanges;

    /** @param onFailing receives a node whose result came in while it is failing */
    NodeWatch(CheckingContext context, Remedies remedies, CheckerFleet checkers, Consumer<NodeState> onFailing) {
        this.context = context;
        this.remedies = remedies;
        this.checkers = checkers;
        this.onFailing = onFailing;
    }

    /** Starts the loops, spread over one period. */
    void start(List<NodeState> nodes) {
        for (NodeState node : nodes) {
            context.agenda()
                    .after(
                            CheckingContext.scaled(
                                    context.rules().checks().every(),
                                    context.random().nextDouble()),
                            () -> check(node));
        }
    }

    /** The loop's next check; a node that is not in service is passed over until the next round. */
    void check(NodeState node) {
        if (node.inService()) {
            checkers.queue(node, false);
        } else {
            nextRound(node);
        }
    }

    void nextRound(NodeState node) {
        CheckingRules.Checks rules = context.rules().checks();
        context.agenda().after(context.about(rules.every(), rules.spread()), () -> check(node));
    }

    /** A result of the instance that plays the node now. */
    void result(NodeState node, boolean passed) {
        boolean before = node.healthy();
        boolean firstPass = !node.everPassed();
        node.count(passed, context.now());
        node.verdict(verdict(node), context.now());
        if (node.healthy() != before) {
            changed(node);
            if (firstPass && node.everPassed()) {
                remember(node);
            }
        }
        if (!node.healthy()) {
            onFailing.accept(node);
        }
    }

    long verdictChanges() {
        return verdictChanges;
    }

    private boolean verdict(NodeState node) {
        return remedies.verdict().ask(rule -> rule.healthy(node.healthy(), node.failures(), node.successes()));
    }

    private void changed(NodeState node) {
        verdictChanges++;
        context.emit(new Effect.VerdictChanged(node.spec().name(), node.healthy()));
        for (int i = 0; i < context.rules().checks().verifications(); i++) {
            checkers.queue(node, true);
        }
    }

    private void remember(NodeState node) {
        node.instance()
                .ifPresent(id -> context.emit(new Effect.Remember(new FleetFact(
                        FleetFact.Kind.PASSED,
                        Role.NODE,
                        node.spec().name(),
                        node.spec().zone(),
                        id,
                        context.now()))));
    }
}
