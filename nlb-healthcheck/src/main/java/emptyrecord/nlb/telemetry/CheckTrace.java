package emptyrecord.nlb.telemetry;

import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.nlb.client.Prober;
import emptyrecord.nlb.core.Effect;
import emptyrecord.nlb.core.NodeSpec;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Health checks as traces, made when the check has ended: a check that changes a verdict is always kept, of the others a
 * share. A withdrawal belongs to the trace of the zone's last verdict that a node fails (F71). Called under the
 * checking's lock.
 */
public final class CheckTrace {

    private final Tracing tracing;
    private final InstantSource clock;
    private final Map<String, String> zones = new HashMap<>();

    /** By zone: the last verdict that a node there fails. */
    private final Map<String, TraceContext> verdicts = new HashMap<>();

    /** @param clock incident time */
    public CheckTrace(Tracing tracing, List<NodeSpec> nodes, InstantSource clock) {
        this.tracing = tracing;
        this.clock = clock;
        nodes.forEach(node -> zones.put(node.name(), node.zone()));
    }

    /** A check has ended with these effects. */
    public void checked(Effect.Check check, Prober.Result result, List<Effect> effects) {
        Optional<Effect.VerdictChanged> verdict = effects.stream()
                .filter(Effect.VerdictChanged.class::isInstance)
                .map(Effect.VerdictChanged.class::cast)
                .findFirst();
        Beginning beginning = Beginning.at(check.queuedAt());
        Span span = tracing.begin(SpanName.HEALTH_CHECK, verdict.isPresent() ? beginning.keptAnyway() : beginning);
        if (span.context().isNone()) {
            return;
        }
        span.tag("node", check.node())
                .tag("checker", check.checker())
                .tag("from-az", check.fromZone())
                .tag("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        TraceContext context = span.context();
        tracing.begin(SpanName.QUEUE, Beginning.under(context).from(check.queuedAt()))
                .endAt(check.start());
        verdict.ifPresent(changed -> judged(changed, context));
        if (!result.passed()) {
            span.failed("nothing answered in time");
        }
        span.endAt(result.plannedEnd());
    }

    private void judged(Effect.VerdictChanged changed, TraceContext check) {
        Span span = tracing.begin(SpanName.VERDICT, Beginning.under(check));
        span.tag("node", changed.node()).tag("healthy", String.valueOf(changed.healthy()));
        if (!changed.healthy()) {
            verdicts.put(zones.getOrDefault(changed.node(), ""), span.context());
        }
        span.endAt(clock.instant());
    }

    /** @return the span of the withdrawal among the effects, for what is written to DNS because of it */
    public TraceContext withdrawn(List<Effect> effects) {
        TraceContext last = TraceContext.NONE;
        for (Effect effect : effects) {
            if (effect instanceof Effect.ZoneWithdrawn out) {
                last = withdrawal(out);
            }
        }
        return last;
    }

    private TraceContext withdrawal(Effect.ZoneWithdrawn out) {
        TraceContext verdict = verdicts.getOrDefault(out.zone(), TraceContext.NONE);
        try (Span span = tracing.begin(SpanName.ZONE_WITHDRAWAL, Beginning.under(verdict))) {
            span.tag("az", out.zone()).tag("unhealthy-share", out.unhealthyShare());
            return span.context();
        }
    }
}
