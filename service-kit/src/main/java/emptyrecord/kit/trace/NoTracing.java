package emptyrecord.kit.trace;

/** Tracing is off. */
final class NoTracing implements Tracing {

    @Override
    public Span begin(SpanName name, Beginning beginning) {
        return NoSpan.INSTANCE;
    }

    @Override
    public TraceContext current() {
        return TraceContext.NONE;
    }

    @Override
    public Span.Scope enter(TraceContext context) {
        return NoSpan.NOTHING;
    }
}
