package emptyrecord.kit.trace;

import emptyrecord.kit.clock.IncidentClock;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;

/** A kept span. */
final class OtelSpan implements Span {

    private final io.opentelemetry.api.trace.Span span;
    private final IncidentClock clock;

    OtelSpan(io.opentelemetry.api.trace.Span span, IncidentClock clock) {
        this.span = span;
        this.clock = clock;
    }

    @Override
    public Span tag(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Span tag(String key, long value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Span tag(String key, double value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Span event(String name, Instant incident) {
        span.addEvent(name, clock.toWall(incident));
        return this;
    }

    @Override
    public Span failed(String why) {
        span.setStatus(StatusCode.ERROR, why);
        return this;
    }

    @Override
    public TraceContext context() {
        return OtelTracing.contextOf(span.getSpanContext());
    }

    /** The scope that is handed out closes the context. */
    @Override
    @SuppressWarnings("MustBeClosedChecker")
    public Scope enter() {
        return span.makeCurrent()::close;
    }

    @Override
    public void endAt(Instant incident) {
        span.end(clock.toWall(incident));
    }

    @Override
    public void close() {
        span.end();
    }
}
