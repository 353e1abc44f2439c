package emptyrecord.dynamo.web.http;

import java.time.Duration;

/**
 * The callers' limits at the listeners.
 *
 * @param connections open at a time, through all load balancers together
 * @param idle real time after which a connection without a request is closed: longer than clients keep theirs (F52), so
 *     that the server is not the first
 * @param request real time from a request's first byte to its last, however fast the bytes drip; also what a new
 *     connection has for its first byte, and an answer for being taken
 */
public record Bounds(int connections, Duration idle, Duration request) {

    /** Bytes of a request's line and header fields together; the SDKs send about 1 KB. Our choice. */
    static final int HEAD_BYTES = 8 << 10;

    static final int FIELDS = 64;

    /** Bytes of each of a connection's two buffers; longer bodies bypass them. */
    static final int BUFFER_BYTES = 2 << 10;
}
