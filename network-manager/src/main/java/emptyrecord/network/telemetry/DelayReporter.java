package emptyrecord.network.telemetry;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.network.core.Az;
import emptyrecord.network.core.DelayWatch;
import emptyrecord.network.core.QueueState;
import emptyrecord.network.propagation.NetworkManager;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Checks every zone's delay and records the events {@code propagation-delayed} and {@code propagation-normal}. */
public final class DelayReporter {

    private final NetworkManager manager;
    private final EventLog events;
    private final IncidentClock clock;
    private final Supplier<DelayWatch> newWatch;
    private final Map<Az, DelayWatch> watches = new HashMap<>();

    public DelayReporter(NetworkManager manager, EventLog events, IncidentClock clock, Supplier<DelayWatch> newWatch) {
        this.manager = manager;
        this.events = events;
        this.clock = clock;
        this.newWatch = newWatch;
    }

    public synchronized void look() {
        for (QueueState queue : manager.ask(n -> n.states(clock.instant()))) {
            watches.computeIfAbsent(queue.az(), az -> newWatch.get())
                    .see(queue.delay())
                    .ifPresent(word -> record(word, queue));
        }
    }

    private void record(DelayWatch.Word word, QueueState queue) {
        EventKind kind = switch (word) {
            case DELAYED -> EventKind.PROPAGATION_DELAYED;
            case NORMAL -> EventKind.PROPAGATION_NORMAL;
        };
        events.record(
                kind,
                Map.of(
                        EventId.AZ, queue.az().name(),
                        EventId.DELAY_SECONDS, queue.delay().toMillis() / 1e3,
                        EventId.QUEUE_LENGTH, queue.length()));
    }
}
