package emptyrecord.kit.trace;

import emptyrecord.kit.clock.IncidentClock;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** Spans by OpenTelemetry. The viewer's time is the wall's; a span's incident time is an attribute. */
final class OtelTracing implements Tracing {

    /** Zipkin has no links, so that they are attributes too. */
    static final String LINK_TRACE = "link.trace";

    static final String LINK_SPAN = "link.span";

    private final Tracer tracer;
    private final IncidentClock clock;
    private final KeptTraces kept;

    OtelTracing(Tracer tracer, IncidentClock clock, KeptTraces kept) {
        this.tracer = tracer;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public Span begin(SpanName name, Beginning beginning) {
        TraceContext parent = beginning.parent().isNone() ? current() : beginning.parent();
        boolean linked = !beginning.links().isEmpty();
        if (name.kept() == SpanName.Kept.LINKED || parent.isNone()) {
            return beginning.kept() || kept.keeps(name, linked)
                    ? start(name, beginning, tracer.spanBuilder(name.word()).setNoParent())
                    : NoSpan.INSTANCE;
        }
        return start(
                name,
                beginning,
                tracer.spanBuilder(name.word()).setParent(Context.root().with(remote(parent))));
    }

    private Span start(SpanName name, Beginning beginning, SpanBuilder span) {
        span.setAttribute(OwnRoots.OWN, name.word());
        beginning.at().ifPresent(at -> span.setStartTimestamp(clock.toWall(at)));
        for (TraceContext link : beginning.links()) {
            span.addLink(spanContext(link));
            span.setAttribute(LINK_TRACE, link.traceId());
            span.setAttribute(LINK_SPAN, link.spanId());
        }
        return new OtelSpan(span.startSpan(), clock);
    }

    @Override
    public TraceContext current() {
        return contextOf(io.opentelemetry.api.trace.Span.current().getSpanContext());
    }

    /** The scope that is handed out closes the context. */
    @Override
    @SuppressWarnings("MustBeClosedChecker")
    public Span.Scope enter(TraceContext context) {
        if (context.isNone()) {
            return NoSpan.NOTHING;
        }
        return remote(context).makeCurrent()::close;
    }

    static TraceContext contextOf(SpanContext span) {
        return span.isValid() && span.isSampled()
                ? new TraceContext("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01")
                : TraceContext.NONE;
    }

    private static io.opentelemetry.api.trace.Span remote(TraceContext context) {
        return io.opentelemetry.api.trace.Span.wrap(spanContext(context));
    }

    private static SpanContext spanContext(TraceContext context) {
        return SpanContext.createFromRemoteParent(
                context.traceId(), context.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
    }
}
