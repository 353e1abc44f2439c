package emptyrecord.network.telemetry;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.network.core.Az;
import emptyrecord.network.core.QueueState;
import emptyrecord.network.fabric.FabricServer;
import emptyrecord.network.propagation.NetworkManager;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Current values of the queues, the instances and the fabric. */
public final class NetworkGauges {

    private final NetworkManager manager;
    private final IncidentClock clock;

    public NetworkGauges(MeterRegistry meters, NetworkManager manager, FabricServer fabric, IncidentClock clock) {
        this.manager = manager;
        this.clock = clock;
        for (Az zone : manager.ask(n -> n.zones())) {
            perZone("network.queue.length", "Tasks that wait in the zone's queue", zone, QueueState::length)
                    .register(meters);
            perZone(
                            "network.propagation.delay.seconds",
                            "Worse of median delay and age of the queue's head, incident seconds",
                            zone,
                            q -> q.delay().toMillis() / 1e3)
                    .register(meters);
        }
        Gauge.builder("network.workers.per.zone", manager, m -> m.ask(n -> n.workers()))
                .description("Pushers of each zone")
                .register(meters);
        Gauge.builder(
                        "network.instances",
                        manager,
                        m -> m.ask(n -> n.instances().size()))
                .description("Instances known, ended ones that are not forgotten yet included")
                .register(meters);
        Gauge.builder("network.fabric.open", fabric, FabricServer::openNow)
                .description("Connections open through the fabric, silent ones included")
                .register(meters);
    }

    private Gauge.Builder<NetworkGauges> perZone(
            String name, String description, Az zone, ToDoubleFunction<QueueState> value) {
        return Gauge.builder(name, this, g -> value.applyAsDouble(g.state(zone)))
                .description(description)
                .tag("az", zone.name());
    }

    private QueueState state(Az zone) {
        return manager.ask(n -> n.states(clock.instant())).stream()
                .filter(q -> q.az().equals(zone))
                .findFirst()
                .orElseThrow();
    }
}
