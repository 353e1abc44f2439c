package emptyrecord.nlb.telemetry;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.events.EventLog;
import emptyrecord.nlb.client.ConnectionOutcome;
import emptyrecord.nlb.client.Prober;
import emptyrecord.nlb.core.Effect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the notices and records the important ones as events. Every meter exists from the start. */
public final class NlbTelemetry {

    private final EventLog events;
    private final Map<Prober.Outcome, Counter> checks = new EnumMap<>(Prober.Outcome.class);
    private final Map<ConnectionOutcome, Counter> connections = new EnumMap<>(ConnectionOutcome.class);
    private final Counter verdictChanges;
    private final Counter published;
    private final Counter notPublished;

    public NlbTelemetry(MeterRegistry meters, EventLog events) {
        this.events = events;
        for (Prober.Outcome outcome : Prober.Outcome.values()) {
            String tag = outcome.name().toLowerCase(Locale.ROOT);
            checks.put(outcome, counter(meters, "nlb.checks", "Checks by how they ended", tag));
        }
        for (ConnectionOutcome outcome : ConnectionOutcome.values()) {
            connections.put(
                    outcome, counter(meters, "nlb.connections", "Customers' connections by outcome", outcome.tag()));
        }
        verdictChanges = Counter.builder("nlb.verdict.changes")
                .description("Nodes that went from healthy to failing or back")
                .register(meters);
        published = counter(meters, "nlb.dns.publishes", "Writes of the DNS answer", "accepted");
        notPublished = counter(meters, "nlb.dns.publishes", "Writes of the DNS answer", "failed");
    }

    public void checked(Prober.Outcome outcome) {
        increment(checks.get(outcome));
    }

    public void connected(ConnectionOutcome outcome) {
        increment(connections.get(outcome));
    }

    public void published(boolean accepted) {
        increment(accepted ? published : notPublished);
    }

    public long publishes() {
        return Math.round(published.count());
    }

    /** Counts a notice and, unless it is too frequent, records it as an event. */
    public void noticed(Effect.Notice notice) {
        switch (notice) {
            case Effect.Checked checked -> {}
            case Effect.VerdictChanged changed -> verdictChanges.increment();
            case Effect.ZoneWithdrawn out ->
                record(
                        EventKind.ZONE_WITHDRAWN,
                        Map.of(EventId.AZ, out.zone(), EventId.UNHEALTHY_SHARE, out.unhealthyShare()));
            case Effect.ZoneRestored back -> record(EventKind.ZONE_RESTORED, Map.of(EventId.AZ, back.zone()));
            case Effect.AutoFailoverSwitched switched ->
                record(EventKind.AUTO_FAILOVER_SWITCHED, Map.of(EventId.ON, switched.on()));
            case Effect.NodeReplaced old ->
                record(
                        EventKind.NODE_REPLACED,
                        Map.of(
                                EventId.NODE, old.node(),
                                EventId.AZ, old.zone(),
                                EventId.INSTANCE, old.instanceId(),
                                EventId.REASON, old.reason()));
            case Effect.CheckerLaunched in ->
                record(
                        EventKind.CHECKER_LAUNCHED,
                        Map.of(
                                EventId.CHECKER,
                                in.checker(),
                                EventId.AZ,
                                in.zone(),
                                EventId.INSTANCE,
                                in.instanceId()));
            case Effect.CheckerRetired old ->
                record(
                        EventKind.CHECKER_RETIRED,
                        Map.of(
                                EventId.CHECKER, old.checker(),
                                EventId.AZ, old.zone(),
                                EventId.INSTANCE, old.instanceId(),
                                EventId.REASON, old.reason()));
            case Effect.ChecksFailing failing ->
                record(EventKind.HEALTH_CHECKS_FAILING, Map.of(EventId.SHARE, failing.share()));
            case Effect.ChecksNormal normal ->
                record(EventKind.HEALTH_CHECKS_NORMAL, Map.of(EventId.SHARE, normal.share()));
            case Effect.BroughtUp up ->
                record(EventKind.FLEET_BROUGHT_UP, Map.of(EventId.NODES, up.nodes(), EventId.CHECKERS, up.checkers()));
        }
    }

    private void record(EventKind kind, Map<EventId, ?> ids) {
        events.record(kind, ids);
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter counter(MeterRegistry meters, String name, String meaning, String outcome) {
        return Counter.builder(name)
                .description(meaning)
                .tag("outcome", outcome)
                .register(meters);
    }
}
