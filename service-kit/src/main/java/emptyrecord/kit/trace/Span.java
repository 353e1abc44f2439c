package emptyrecord.kit.trace;

import java.time.Instant;

/** A span under way. A span that is not kept takes everything and does nothing. */
public interface Span extends AutoCloseable {

    Span tag(String key, String value);

    Span tag(String key, long value);

    Span tag(String key, double value);

    /** Something that happened at an incident instant, for example a deadline that passed. */
    Span event(String name, Instant incident);

    /** Marks it as failed. @param why never the name of a fault: a trace shows what a service saw */
    Span failed(String why);

    /** Its place, for a queue or a peer; none if it is not kept. */
    TraceContext context();

    /** Makes it the current span of this thread until the scope is closed. */
    Scope enter();

    /** Ends it at an incident instant, which may lie a little ahead: work has planned ends. */
    void endAt(Instant incident);

    /** Ends it now. */
    @Override
    void close();

    /** The time in which a span is the thread's current one. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
