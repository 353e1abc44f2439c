package emptyrecord.droplets.telemetry;

import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.agents.DropletAgents;
import emptyrecord.droplets.agents.Outcome;
import emptyrecord.droplets.agents.Tally;
import emptyrecord.droplets.core.Fleet;
import emptyrecord.droplets.rpc.GrpcServer;
import emptyrecord.kit.clock.IncidentClock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** The calls by outcome, and the present values of the fleet and the server. */
public final class DropletsMeters {

    public DropletsMeters(
            MeterRegistry meters, Tally tally, DropletAgents agents, GrpcServer server, IncidentClock clock) {
        for (Outcome outcome : Outcome.values()) {
            counter("droplets.checks", CallKind.CHECK, outcome, tally)
                    .description("State checks by outcome")
                    .register(meters);
            counter("droplets.changes", CallKind.CHANGE, outcome, tally)
                    .description("Changes of instances by outcome")
                    .register(meters);
        }
        Gauge.builder("droplets.checks.in.flight", tally, t -> t.inFlight(CallKind.CHECK))
                .description("State checks that a droplet works on, or that wait at its gateway")
                .register(meters);
        Gauge.builder("droplets.leases.obeyed", agents, a -> a.ask(f -> f.leasesObeyed(clock.instant())))
                .description("Droplets whose holder's lease runs")
                .register(meters);
        Gauge.builder("droplets.instances.running", agents, a -> a.ask(Fleet::running))
                .description("Instances that run on all droplets")
                .register(meters);
        Gauge.builder("droplets.connections", server, GrpcServer::openNow)
                .description("gRPC connections open now")
                .register(meters);
        FunctionCounter.builder("droplets.connections.refused", server, GrpcServer::refused)
                .description("gRPC connections closed because too many were open")
                .register(meters);
    }

    private static FunctionCounter.Builder<Tally> counter(String name, CallKind kind, Outcome outcome, Tally tally) {
        return FunctionCounter.builder(name, tally, t -> t.of(kind, outcome))
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT));
    }
}
