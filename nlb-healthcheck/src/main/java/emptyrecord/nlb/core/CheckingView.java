package emptyrecord.nlb.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The checking subsystem at one moment.
 *
 * @param broughtUp whether all nodes have passed once
 * @param checkers in service
 * @param checkersWanted size the fleet is scaled to
 * @param checkersLaunching on their way
 * @param queueLength checks that wait in the checkers' FIFOs
 * @param warmingUp new instances that the readiness gate holds back
 * @param terminating instances whose termination is not accepted yet
 * @param meanResultAge of all nodes in service
 * @param failedShare of the checks of the last five minutes
 */
public record CheckingView(
        List<NodeView> nodes,
        List<ZoneView> zones,
        boolean broughtUp,
        boolean autoFailover,
        int checkers,
        int checkersWanted,
        int checkersLaunching,
        int queueLength,
        int warmingUp,
        int terminating,
        Duration meanResultAge,
        double failedShare,
        Counters counters) {

    /** @param healthy the verdict */
    public record NodeView(
            NodeSpec spec, Optional<String> instanceId, boolean healthy, boolean inDns, Duration lastResultAge) {}

    /** @param unhealthyShare of its nodes, failing or late */
    public record ZoneView(String zone, double unhealthyShare, boolean withdrawn, boolean inDns) {}

    public record Counters(long checks, long checksFailed, long verdictChanges, long failovers) {}

    /** Share of nominal nodes that are in DNS and healthy by their verdict. */
    public double healthyCapacityShare() {
        return share(nodes.stream().filter(n -> n.inDns() && n.healthy()).count());
    }

    public double inDnsShare() {
        return share(nodes.stream().filter(NodeView::inDns).count());
    }

    private double share(long count) {
        return nodes.isEmpty() ? 0 : (double) count / nodes.size();
    }
}
