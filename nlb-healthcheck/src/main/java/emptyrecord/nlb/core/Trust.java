package emptyrecord.nlb.core;

import java.time.Instant;
import java.util.List;

/** The share of nodes that look unhealthy, and whether the checks that say so are believed. */
final class Trust {

    private final CheckingContext context;
    private final Remedies remedies;

    Trust(CheckingContext context, Remedies remedies) {
        this.context = context;
        this.remedies = remedies;
    }

    boolean believes(List<NodeState> nodes) {
        return remedies.belief().current().holds(share(nodes));
    }

    /** Share of these nodes that count as unhealthy now: failing, or with a late result. */
    double share(List<NodeState> nodes) {
        Instant lateBefore = context.now().minus(context.rules().checks().lateAfter());
        LateResults late = remedies.lateResults().current();
        return nodes.isEmpty() ? 0 : (double) count(nodes, late, lateBefore) / nodes.size();
    }

    private static long count(List<NodeState> nodes, LateResults late, Instant lateBefore) {
        return nodes.stream()
                .filter(NodeState::inService)
                .filter(n -> late.unhealthy(!n.healthy(), n.lastResult().isBefore(lateBefore)))
                .count();
    }

    /** The share by the night's rule, to see whether {@code nlb.late-is-unknown} made a difference. */
    double nightShare(List<NodeState> nodes) {
        Instant lateBefore = context.now().minus(context.rules().checks().lateAfter());
        return nodes.isEmpty()
                ? 0
                : (double) count(nodes, remedies.lateResults().night(), lateBefore) / nodes.size();
    }
}
