package emptyrecord.kit.limits;

/**
 * The heap that the limits allow at once, for the test that compares limits with shipped heaps. Bytes per object were
 * counted with {@code jcmd GC.class_histogram} (docs/limits.md).
 */
public final class Heap {

    /** Bytes of each of a connection's two socket buffers; Tomcat's 8 KB are meant for more than small JSON. */
    static final int SOCKET_BUFFER = 4096;

    /** Processors that Tomcat keeps for later, each with the buffers of a header. */
    static final int PROCESSORS_KEPT = 16;

    /** Bytes of a connection on which a request is served, beside its socket and header buffers: Tomcat's and Spring's. */
    private static final long SERVED_BYTES = 40_000;

    /** A JSON body of small values takes this many times its bytes as objects: {@code {"":{}}} as maps. */
    private static final long JSON_FACTOR = 30;

    /**
     * A text exists as bytes, as characters, and once more as the result of its own parser, which has its own bounds.
     */
    private static final long ROOM_FACTOR = 4;

    private Heap() {}

    /** Bytes that all connections, bodies and the objects made of them may take at once. */
    public static long worstBytes(LimitSettings limits) {
        long header = limits.headerMax().toBytes();
        long connection = 3L * SOCKET_BUFFER + 2 * header + SERVED_BYTES;
        // A quarter more than the bound may be about to leave.
        long connections = limits.connectionsMax() * 5L / 4 * connection;
        long bodies = limits.bodiesMax().toBytes() * (1 + JSON_FACTOR);
        long rooms = limits.rooms().stream()
                .mapToLong(room -> room.bodiesMax().toBytes() * ROOM_FACTOR)
                .sum();
        return connections + bodies + rooms;
    }
}
