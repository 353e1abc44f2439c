package emptyrecord.kit.trace;

import java.time.Instant;

/** A span that is not kept. */
enum NoSpan implements Span {
    INSTANCE;

    static final Scope NOTHING = () -> {};

    @Override
    public Span tag(String key, String value) {
        return this;
    }

    @Override
    public Span tag(String key, long value) {
        return this;
    }

    @Override
    public Span tag(String key, double value) {
        return this;
    }

    @Override
    public Span event(String name, Instant incident) {
        return this;
    }

    @Override
    public Span failed(String why) {
        return this;
    }

    @Override
    public TraceContext context() {
        return TraceContext.NONE;
    }

    @Override
    public Scope enter() {
        return NOTHING;
    }

    @Override
    public void endAt(Instant incident) {}

    @Override
    public void close() {}
}
