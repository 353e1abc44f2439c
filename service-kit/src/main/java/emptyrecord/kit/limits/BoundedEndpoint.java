package emptyrecord.kit.limits;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's connections with a bound at which a new one takes the place of one whose client keeps it waiting, and with a
 * time for a header to be complete. Tomcat's own bound lets nobody in until somebody leaves, and its time-out begins anew
 * with each byte. A bound per remote address would not help: on loopback all clients share one.
 */
final class BoundedEndpoint extends NioEndpoint {

    /** A body or answer that stands still for less may be the machine's own stall; others wait behind it for so long. */
    static final Duration STANDS_STILL = Duration.ofMillis(250);

    /** How long the acceptor waits for room; others wait behind it. */
    private static final Duration ROOM_WITHIN = Duration.ofMillis(10);

    private static final String PROBLEM =
            "Content-Type: application/problem+json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s";

    static final String FULL = head(
            "503 Service Unavailable\r\nRetry-After: 1",
            "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"All connections of this service"
                    + " (lab.limits.connections-max) are in use; try again\"}");
    static final String TOO_SLOW = head(
            "408 Request Timeout",
            "{\"title\":\"Request Timeout\",\"status\":408,\"detail\":\"The header of this request did not"
                    + " arrive in time (lab.limits.header-time), or others wanted the connection; send it at once\"}");

    private final Map<SocketWrapperBase<NioChannel>, HalfHeader> halfHeaders = new ConcurrentHashMap<>();
    private final Map<SocketWrapperBase<NioChannel>, Boolean> leaving = new ConcurrentHashMap<>();
    private @Nullable LimitSettings limits;
    private @Nullable RefusedMeters refused;

    private record HalfHeader(int requestsBefore, long sinceMillis) {}

    private record Candidate(Connection connection, Connection.Stage stage) {}

    private static String head(String status, String body) {
        return "HTTP/1.1 " + status + "\r\n" + PROBLEM.formatted(body.length(), body);
    }

    void limit(LimitSettings given, RefusedMeters meters) {
        limits = given;
        refused = meters;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        LimitSettings bounds = limits;
        if (bounds == null || hasRoom(bounds.connectionsMax())) {
            return super.setSocketOptions(socket);
        }
        count("connections_full");
        Connection.write(socket, FULL);
        destroySocket(socket);
        return true;
    }

    /** A connection that is being read just now may be idle, and one that was ended may be closed, a moment later. */
    private boolean hasRoom(int bound) {
        for (long waited = 0; waited <= ROOM_WITHIN.toMillis(); waited++) {
            if (makeRoom(bound)) {
                return true;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return false;
    }

    /** Those that are about to leave still take memory, so they may be at most a quarter more than the bound. */
    private boolean makeRoom(int bound) {
        leaving.keySet().removeIf(SocketWrapperBase::isClosed);
        int open = connections.size();
        if (open >= bound + bound / 4) {
            return false;
        }
        if (open - leaving.size() < bound) {
            return true;
        }
        Optional<Candidate> victim = victim();
        victim.ifPresent(v -> {
            count("connection_given_up");
            end(v);
        });
        return victim.isPresent();
    }

    /** Of the least deserving stage the one that has been silent for longest; a half header's age counts from its begin. */
    private Optional<Candidate> victim() {
        Candidate found = null;
        long foundSince = 0;
        for (SocketWrapperBase<NioChannel> wrapper : connections.values()) {
            Candidate next = candidate(wrapper);
            if (next == null) {
                continue;
            }
            long since = since(next);
            int before = found == null ? -1 : next.stage().compareTo(found.stage());
            if (before < 0 || before == 0 && since < foundSince) {
                found = next;
                foundSince = since;
            }
        }
        return Optional.ofNullable(found);
    }

    private @Nullable Candidate candidate(SocketWrapperBase<NioChannel> wrapper) {
        if (leaving.containsKey(wrapper) || wrapper.isClosed()) {
            return null;
        }
        Connection connection = new Connection(wrapper);
        Connection.Stage stage = connection.stage();
        boolean still = System.currentTimeMillis() - connection.lastByteMillis() > STANDS_STILL.toMillis();
        boolean spared = stage == Connection.Stage.SERVED || stage == Connection.Stage.WAITS_FOR_CLIENT && !still;
        return spared ? null : new Candidate(connection, stage);
    }

    private long since(Candidate candidate) {
        HalfHeader half = halfHeaders.get(candidate.connection().wrapper());
        return half != null ? half.sinceMillis() : candidate.connection().lastByteMillis();
    }

    private void end(Candidate candidate) {
        var wrapper = candidate.connection().wrapper();
        leaving.put(wrapper, true);
        switch (candidate.stage()) {
            case WAITS_FOR_CLIENT, SERVED -> candidate.connection().cut();
            case HALF_HEADER -> {
                candidate.connection().say(TOO_SLOW);
                processSocket(wrapper, SocketEvent.ERROR, true);
            }
            case IDLE -> processSocket(wrapper, SocketEvent.ERROR, true);
        }
    }

    /** Ends what has sent a part of a header for longer than it may. */
    void sweep() {
        LimitSettings bounds = limits;
        if (bounds == null) {
            return;
        }
        halfHeaders.keySet().removeIf(SocketWrapperBase::isClosed);
        for (SocketWrapperBase<NioChannel> wrapper : connections.values()) {
            Connection connection = new Connection(wrapper);
            if (connection.stage() != Connection.Stage.HALF_HEADER) {
                halfHeaders.remove(wrapper);
            } else if (isLate(connection, bounds.headerTime()) && !leaving.containsKey(wrapper)) {
                count("header_too_slow");
                end(new Candidate(connection, Connection.Stage.HALF_HEADER));
            }
        }
    }

    private boolean isLate(Connection connection, Duration bound) {
        long now = System.currentTimeMillis();
        int before = connection.requestsBefore();
        HalfHeader half = halfHeaders.compute(
                connection.wrapper(),
                (w, known) -> known != null && known.requestsBefore() == before ? known : new HalfHeader(before, now));
        return now - half.sinceMillis() > bound.toMillis();
    }

    private void count(String reason) {
        if (refused != null) {
            refused.count(reason);
        }
    }
}
