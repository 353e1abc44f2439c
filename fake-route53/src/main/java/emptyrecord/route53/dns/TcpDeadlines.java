package emptyrecord.route53.dns;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes TCP connections whose time is up. A time-out of a read alone would let a client keep a place for ever that
 * sends a byte now and then, or never reads its answers. When all places are taken, the connection that has waited
 * longest for its client's query is closed (RFC 7766 section 6.2.3).
 */
final class TcpDeadlines {

    private static final Logger log = LoggerFactory.getLogger(TcpDeadlines.class);

    /** Checks per period, so that a connection lives a tenth longer than it may at most. */
    private static final int LOOKS = 10;

    /** A client that is silent for less may just be between two queries. Our choice, real time. */
    static final Duration BETWEEN_QUERIES = Duration.ofSeconds(1);

    /** Real time for a client to take one message of a zone transfer; our choice. */
    private static final Duration MESSAGE = Duration.ofSeconds(2);

    private final Map<Socket, Place> places = new ConcurrentHashMap<>();
    private final Duration period;
    private final BooleanSupplier over;

    /**
     * @param period real time for one query and its answer, and for the wait before it
     * @param over whether to stop looking
     */
    TcpDeadlines(Duration period, BooleanSupplier over) {
        this.period = period;
        this.over = over;
    }

    void start() {
        Thread.ofPlatform().daemon().name("dns-tcp-deadlines").start(this::run);
    }

    /** @param waits whether the server waits for a query since {@code since} */
    private record Place(long since, long deadline, boolean waits) {}

    /** The server waits for the connection's next query. */
    void waitsForQuery(Socket client) {
        put(client, period, true);
    }

    /** A query has come and is being answered. */
    void answers(Socket client) {
        put(client, period, false);
    }

    /** The next message of a zone transfer is being sent. */
    void sendsMessage(Socket client) {
        put(client, MESSAGE.compareTo(period) < 0 ? MESSAGE : period, false);
    }

    private void put(Socket client, Duration time, boolean waits) {
        long now = System.nanoTime();
        places.put(client, new Place(now, now + time.toNanos(), waits));
    }

    void forget(Socket client) {
        places.remove(client);
    }

    /** Closes the connection whose client has been silent for longest; false if none has been for long. */
    boolean closeLongestWaiting() {
        long silent = System.nanoTime() - BETWEEN_QUERIES.toNanos();
        return places.entrySet().stream()
                .filter(place -> place.getValue().waits() && place.getValue().since() - silent < 0)
                .min(Comparator.comparingLong(place -> place.getValue().since() - silent))
                .map(place -> {
                    close(place.getKey());
                    return true;
                })
                .orElse(false);
    }

    private void run() {
        try {
            while (!over.getAsBoolean()) {
                Thread.sleep(period.dividedBy(LOOKS).plusMillis(1));
                long now = System.nanoTime();
                places.forEach((client, place) -> {
                    if (now - place.deadline() >= 0) {
                        close(client);
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            log.atDebug().setCause(e).log("a DNS connection that was late could not be closed");
        }
    }
}
