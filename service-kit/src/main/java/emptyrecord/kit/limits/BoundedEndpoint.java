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
 * Tomcat's connections with a bound, and with a time for a header to be complete. At the bound a new connection
 * replaces one whose client keeps it waiting. A connection with regular requests is ended last, and only when no other
 * is left: a crowd of new connections drives out itself. Tomcat's own bound accepts no connection until another ends,
 * and its time-out starts again with each byte. A bound per remote address would not help: on loopback all clients
 * share one.
 */
final class BoundedEndpoint extends NioEndpoint {

    /** A shorter pause of a body or answer may be a stall of the machine; others wait behind it for so long. */
    static final Duration STILL_AFTER = Duration.ofMillis(250);

    /** Requests so far apart are more than one burst; the region's services ask each other once a second or oftener. */
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

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
    private final Map<SocketWrapperBase<?>, Answers> answers = new ConcurrentHashMap<>();
    private @Nullable LimitSettings limits;
    private @Nullable RefusedMeters refused;

    private record HalfHeader(int requestsBefore, long sinceMillis) {}

    /** Wall milliseconds of a connection's first answer and of its last. */
    private record Answers(long firstMillis, long lastMillis) {}

    private record Candidate(Connection connection, Connection.Stage stage) {}

    private static String head(String status, String body) {
        return "HTTP/1.1 " + status + "\r\n" + PROBLEM.formatted(body.length(), body);
    }

    void limit(LimitSettings given, RefusedMeters meters) {
        limits = given;
        refused = meters;
    }

    /** A request has been answered, and the connection stays open for the next. */
    void answered(SocketWrapperBase<?> wrapper) {
        long now = System.currentTimeMillis();
        answers.compute(wrapper, (w, known) -> new Answers(known == null ? now : known.firstMillis(), now));
    }

    private Connection.Stage stage(Connection connection) {
        Connection.Stage stage = connection.stage();
        Answers known = answers.get(connection.wrapper());
        boolean again = known != null && known.lastMillis() - known.firstMillis() > AGAIN_AFTER.toMillis();
        return stage == Connection.Stage.IDLE && again ? Connection.Stage.KEPT : stage;
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
        Optional<Candidate> victim = victim(bound);
        victim.ifPresent(v -> {
            count("connection_given_up");
            end(v);
        });
        return victim.isPresent();
    }

    /**
     * Of the first stage that has any, the one that has been silent for longest; the age of a half header counts from
     * its beginning. While kept ones are at most half of all, they stay, and a new one is refused until one of the
     * others may be ended.
     */
    private Optional<Candidate> victim(int bound) {
        Candidate found = null;
        long foundSince = 0;
        int kept = 0;
        boolean others = false;
        for (SocketWrapperBase<NioChannel> wrapper : connections.values()) {
            Candidate next = candidate(wrapper);
            if (next == null) {
                continue;
            }
            boolean isKept = next.stage() == Connection.Stage.KEPT;
            kept += isKept ? 1 : 0;
            others |= !isKept;
            if (isSpared(next)) {
                continue;
            }
            long since = since(next);
            int before = found == null ? -1 : next.stage().compareTo(found.stage());
            if (before < 0 || before == 0 && since < foundSince) {
                found = next;
                foundSince = since;
            }
        }
        boolean stays = found != null && found.stage() == Connection.Stage.KEPT && others && kept <= bound / 2;
        return stays ? Optional.empty() : Optional.ofNullable(found);
    }

    /** One that has been waiting for its client for a moment only: it may be ended a moment later. */
    private static boolean isSpared(Candidate candidate) {
        return candidate.stage() == Connection.Stage.WAITS_FOR_CLIENT
                && System.currentTimeMillis() - candidate.connection().lastByteMillis() <= STILL_AFTER.toMillis();
    }

    private @Nullable Candidate candidate(SocketWrapperBase<NioChannel> wrapper) {
        if (leaving.containsKey(wrapper) || wrapper.isClosed()) {
            return null;
        }
        Connection connection = new Connection(wrapper);
        Connection.Stage stage = stage(connection);
        return stage == Connection.Stage.SERVED ? null : new Candidate(connection, stage);
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
            case IDLE, KEPT -> processSocket(wrapper, SocketEvent.ERROR, true);
        }
    }

    /** Ends connections whose header has been incomplete for too long. */
    void sweep() {
        LimitSettings bounds = limits;
        if (bounds == null) {
            return;
        }
        halfHeaders.keySet().removeIf(SocketWrapperBase::isClosed);
        answers.keySet().removeIf(SocketWrapperBase::isClosed);
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
