package emptyrecord.nlb.web;

import emptyrecord.nlb.core.CheckingView;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: the nodes, the zones and the checking subsystem at this moment. Ages are incident seconds. */
@RestController
final class StateController {

    private final FleetControl fleet;

    StateController(FleetControl fleet) {
        this.fleet = fleet;
    }

    record Node(
            String node,
            String az,
            String address,
            @Nullable String instanceId,
            boolean healthy,
            boolean inDns,
            double lastResultAgeSeconds) {}

    record Zone(String az, boolean inDns, double unhealthyShare, boolean withdrawn) {}

    record Counters(long checks, long checksFailed, long verdictChanges, long failovers, long publishes) {}

    record State(
            List<Node> nodes,
            List<Zone> zones,
            double healthyCapacityShare,
            double inDnsShare,
            boolean broughtUp,
            boolean autoFailover,
            int checkers,
            int checkersWanted,
            int checkersLaunching,
            int checksQueued,
            int warmingUp,
            int terminating,
            double meanResultAgeSeconds,
            double failedShare,
            Counters counters) {}

    @GetMapping("/state")
    State state() {
        CheckingView now = fleet.view();
        return new State(
                now.nodes().stream().map(StateController::node).toList(),
                now.zones().stream()
                        .map(z -> new Zone(z.zone(), z.inDns(), z.unhealthyShare(), z.withdrawn()))
                        .toList(),
                now.healthyCapacityShare(),
                now.inDnsShare(),
                now.broughtUp(),
                now.autoFailover(),
                now.checkers(),
                now.checkersWanted(),
                now.checkersLaunching(),
                now.queueLength(),
                now.warmingUp(),
                now.terminating(),
                seconds(now.meanResultAge()),
                now.failedShare(),
                counters(now.counters()));
    }

    private Counters counters(CheckingView.Counters c) {
        return new Counters(c.checks(), c.checksFailed(), c.verdictChanges(), c.failovers(), fleet.publishes());
    }

    private static Node node(CheckingView.NodeView n) {
        return new Node(
                n.spec().name(),
                n.spec().zone(),
                n.spec().address(),
                n.instanceId().orElse(null),
                n.healthy(),
                n.inDns(),
                seconds(n.lastResultAge()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
