package emptyrecord.dynamo.web.http;

import emptyrecord.dynamo.balancer.LoadBalancer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The open connections of all listeners. A newcomer that finds all places taken replaces the connection that was silent
 * longest, so no client can lock the others out by holding connections. There are three kinds: callers without an
 * answer yet, with one, and with more. Each of the first two may fill a quarter of the places at the cost of the
 * others, so a flood of newcomers does not drive out regular clients. A connection that is being answered stays, unless
 * it receives its answer too slowly. A connection with a recent answer stays too: a flood waits in the listener's queue
 * instead.
 */
public final class Connections {

    /** One in so many places for each kind of newcomer; our choice. */
    private static final int NEWCOMERS = 4;

    /** Real time for which a connection keeps its place without an answer; newcomers queue meanwhile. Our choice. */
    private static final long SILENT_NANOS = Duration.ofMillis(250).toNanos();

    /** Real time for a caller to receive its answer when there is no other place; our choice. */
    private static final long SENDING_NANOS = Duration.ofSeconds(1).toNanos();

    private final Bounds bounds;
    private final Set<ClientConnection> open = new LinkedHashSet<>();
    private long evicted;

    public Connections(Bounds bounds) {
        this.bounds = bounds;
    }

    Bounds bounds() {
        return bounds;
    }

    /** Gives the newcomer a place; false if no connection was silent long enough to lose one: then it waits outside. */
    synchronized boolean admit(ClientConnection newcomer) {
        if (open.size() >= bounds.connections()) {
            Optional<ClientConnection> victim = victim();
            if (victim.isEmpty()) {
                return false;
            }
            open.remove(victim.get());
            victim.get().end();
            evicted++;
        }
        open.add(newcomer);
        return true;
    }

    private Optional<ClientConnection> victim() {
        for (int answers = 0; answers < ClientConnection.MANY; answers++) {
            if (count(answers) * NEWCOMERS >= bounds.connections()) {
                return oldest(answers);
            }
        }
        return oldest(ClientConnection.MANY).or(() -> oldest(1)).or(() -> oldest(0));
    }

    private long count(int answers) {
        return open.stream().filter(c -> c.answers() == answers).count();
    }

    private Optional<ClientConnection> oldest(int answers) {
        long now = System.nanoTime();
        return open.stream()
                .filter(c -> c.answers() == answers && isIdle(c, now))
                .max(Comparator.comparingLong(c -> now - c.answered()));
    }

    private static boolean isIdle(ClientConnection connection, long now) {
        return switch (connection.phase()) {
            case WAITING, READING -> now - connection.answered() > SILENT_NANOS;
            case WORKING -> false;
            case SENDING -> now - connection.since() > SENDING_NANOS;
        };
    }

    synchronized void gone(ClientConnection connection) {
        open.remove(connection);
    }

    /** Closes connections that exceed their phase's time. */
    void endOverdue() {
        long now = System.nanoTime();
        List<ClientConnection> overdue = new ArrayList<>();
        synchronized (this) {
            open.stream().filter(c -> now - c.since() > limit(c).toNanos()).forEach(overdue::add);
        }
        overdue.forEach(ClientConnection::end);
    }

    private Duration limit(ClientConnection connection) {
        return switch (connection.phase()) {
            case WAITING -> connection.answers() > 0 ? bounds.idle() : bounds.request();
            case READING, SENDING -> bounds.request();
            case WORKING -> Duration.ofNanos(Long.MAX_VALUE);
        };
    }

    /** Connections through a load balancer that got an answer within {@code lately}. */
    public synchronized int used(LoadBalancer balancer, Duration lately) {
        long now = System.nanoTime();
        return Math.toIntExact(open.stream()
                .filter(c -> c.balancer().equals(balancer) && c.answers() > 0)
                .filter(c -> now - c.answered() <= lately.toNanos())
                .count());
    }

    /** How many connections may be open. */
    public int max() {
        return bounds.connections();
    }

    /** How many connections are open. */
    public synchronized int size() {
        return open.size();
    }

    /** How many were replaced by newcomers since the start. */
    public synchronized long evicted() {
        return evicted;
    }

    synchronized List<ClientConnection> all() {
        return List.copyOf(open);
    }
}
