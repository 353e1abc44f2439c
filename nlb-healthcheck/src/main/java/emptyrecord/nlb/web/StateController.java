package emptyrecord.nlb.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.nlb.NlbState;
import emptyrecord.nlb.core.CheckingView;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: the nodes, the zones and the checking subsystem at this moment. Ages are incident seconds. */
@RestController
final class StateController {

    private final FleetControl fleet;

    StateController(FleetControl fleet) {
        this.fleet = fleet;
    }

    @GetMapping(Routes.STATE)
    NlbState state() {
        CheckingView now = fleet.view();
        return new NlbState(
                now.nodes().stream().map(StateController::node).toList(),
                now.zones().stream()
                        .map(z -> new NlbState.Zone(z.zone(), z.inDns(), z.unhealthyShare(), z.withdrawn()))
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

    private NlbState.Counters counters(CheckingView.Counters c) {
        return new NlbState.Counters(
                c.checks(), c.checksFailed(), c.verdictChanges(), c.failovers(), fleet.publishes());
    }

    private static NlbState.Node node(CheckingView.NodeView n) {
        return new NlbState.Node(
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
