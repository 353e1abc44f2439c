package emptyrecord.nlb.client;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.kernel.TokenBucket;
import emptyrecord.nlb.core.NodeSpec;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All nodes' listeners together. */
public final class NodeFront implements AutoCloseable {

    /**
     * Bounds of a node.
     *
     * @param port 0 takes any free port
     * @param connectionsPerMinute new connections per incident minute
     * @param burst incident time in which the token bucket fills; it starts full and holds at least one connection
     * @param openMax open connections at a time
     * @param idle real time without a byte after which a connection is closed
     * @param fabric where the way to the targets begins
     */
    public record Limits(
            int port,
            double connectionsPerMinute,
            Duration burst,
            int openMax,
            Duration idle,
            InetSocketAddress fabric) {

        /** A node's capacity: fewer nodes in DNS mean more for each, and connections fail although it works (F71). */
        TokenBucket newBucket(Instant now) {
            double capacity = connectionsPerMinute * IncidentClock.toMinutes(burst);
            return TokenBucket.full(connectionsPerMinute, Math.max(1, capacity), now);
        }
    }

    private final Map<String, NodeListener> listeners = new LinkedHashMap<>();

    public NodeFront(
            List<NodeSpec> nodes,
            Limits limits,
            Places places,
            InstantSource clock,
            Consumer<ConnectionOutcome> counted) {
        try {
            nodes.forEach(node -> listeners.put(node.name(), new NodeListener(node, limits, places, clock, counted)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where a node listens. */
    public InetSocketAddress addressOf(String node) {
        NodeListener listener = listeners.get(node);
        if (listener == null) {
            throw new IllegalArgumentException("there is no node " + node);
        }
        return listener.address();
    }

    public int open() {
        return listeners.values().stream().mapToInt(NodeListener::open).sum();
    }

    @Override
    public void close() {
        listeners.values().forEach(NodeListener::close);
    }
}
