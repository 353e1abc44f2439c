package emptyrecord.network.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.network.NetworkState;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.network.core.QueueState;
import emptyrecord.network.propagation.NetworkManager;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: the queues, the delay and the waste; seconds are incident seconds. */
@RestController
class StateController {

    private final NetworkManager manager;
    private final IncidentClock clock;

    StateController(NetworkManager manager, IncidentClock clock) {
        this.manager = manager;
        this.clock = clock;
    }

    @GetMapping(Routes.STATE)
    NetworkState state() {
        return manager.ask(n -> {
            List<QueueState> queues = n.states(clock.instant());
            return new NetworkState(
                    queues.stream().map(StateController::queue).toList(),
                    queues.stream().mapToDouble(q -> seconds(q.delay())).max().orElse(0),
                    queues.stream().mapToLong(QueueState::wasted).sum(),
                    n.instances().size());
        });
    }

    private static NetworkState.Queue queue(QueueState queue) {
        return new NetworkState.Queue(
                queue.az().name(),
                queue.length(),
                seconds(queue.oldest()),
                seconds(queue.medianDelay()),
                queue.pushed());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
