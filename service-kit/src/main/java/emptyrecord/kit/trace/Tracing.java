package emptyrecord.kit.trace;

/** Makes a service's spans. Adapters and listeners use it; cores know nothing of it. */
public interface Tracing {

    /** Makes none. */
    Tracing OFF = new NoTracing();

    /** Begins a span; whether it is kept follows from its name, see {@link SpanName}. */
    Span begin(SpanName name, Beginning beginning);

    default Span begin(SpanName name) {
        return begin(name, Beginning.NOW);
    }

    /** The thread's current span, none if it is not kept. */
    TraceContext current();

    /** Makes a context from elsewhere this thread's current one: what it asks of peers belongs to that trace. */
    Span.Scope enter(TraceContext context);
}
