package emptyrecord.nlb.core;

import java.time.Instant;
import java.util.List;

/**
 * Whether the checks are believed. The night: always; the checker behaved as designed on bad input (F72). The remedy
 * {@code nlb.fail-open}: not while more than a share of all nodes looks unhealthy, since that many do not break at once.
 */
final class Trust {

    private final Desk desk;
    private final Remedies remedies;

    Trust(Desk desk, Remedies remedies) {
        this.desk = desk;
        this.remedies = remedies;
    }

    boolean believes(List<NodeState> nodes) {
        return !remedies.failOpen().on()
                || share(nodes) <= desk.rules().failover().distrustShare();
    }

    /** Share of these nodes that count as unhealthy now: failing, or with a late result. */
    double share(List<NodeState> nodes) {
        Instant lateBefore = desk.now().minus(desk.rules().checks().lateAfter());
        LateResults late = remedies.lateIsUnknown().on() ? LateResults.ARE_UNKNOWN : LateResults.COUNT_AS_FAILING;
        return nodes.isEmpty() ? 0 : (double) count(nodes, late, lateBefore) / nodes.size();
    }

    private static long count(List<NodeState> nodes, LateResults late, Instant lateBefore) {
        return nodes.stream()
                .filter(NodeState::inService)
                .filter(n -> late.unhealthy(!n.healthy(), n.lastResult().isBefore(lateBefore)))
                .count();
    }

    /** What the share would be in the night's reading, to tell whether {@code nlb.late-is-unknown} made a difference. */
    double nightShare(List<NodeState> nodes) {
        Instant lateBefore = desk.now().minus(desk.rules().checks().lateAfter());
        return nodes.isEmpty() ? 0 : (double) count(nodes, LateResults.COUNT_AS_FAILING, lateBefore) / nodes.size();
    }
}
