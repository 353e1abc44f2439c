package emptyrecord.network.telemetry;

import emptyrecord.network.core.Az;
import emptyrecord.network.core.Change;
import emptyrecord.network.core.NetworkChange;
import emptyrecord.network.core.Settled;
import emptyrecord.network.fabric.FabricOutcome;
import emptyrecord.network.propagation.NetworkListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;

/** Counts changes, under names that exist from the start. */
public final class NetworkCounters implements NetworkListener {

    private final MeterRegistry meters;

    public NetworkCounters(MeterRegistry meters, List<Az> zones) {
        this.meters = meters;
        for (Az zone : zones) {
            pushes(zone, Settled.Outcome.USEFUL);
            pushes(zone, Settled.Outcome.WASTED);
        }
        for (Change change : Change.values()) {
            changes(change);
        }
        for (FabricOutcome outcome : FabricOutcome.values()) {
            connections(outcome);
        }
    }

    @Override
    public void accepted(NetworkChange change) {
        changes(change.change()).increment();
    }

    @Override
    public void settled(Settled settled) {
        if (settled.outcome() != Settled.Outcome.SKIPPED) {
            pushes(settled.zone(), settled.outcome()).increment();
        }
    }

    public void connection(FabricOutcome outcome) {
        connections(outcome).increment();
    }

    private Counter pushes(Az zone, Settled.Outcome outcome) {
        return Counter.builder("network.pushes")
                .description("Pushes done; wasted ones told a zone of an instance that was gone")
                .tag("az", zone.name())
                .tag("outcome", lower(outcome))
                .register(meters);
    }

    private Counter changes(Change change) {
        return Counter.builder("network.changes")
                .description("Changes accepted, repeated reports not counted")
                .tag("change", lower(change))
                .register(meters);
    }

    private Counter connections(FabricOutcome outcome) {
        return Counter.builder("network.fabric.connections")
                .description("Connections to the fabric by outcome")
                .tag("outcome", lower(outcome))
                .register(meters);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
