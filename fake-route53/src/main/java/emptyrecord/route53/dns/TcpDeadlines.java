package emptyrecord.route53.dns;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes TCP connections whose time is up. A time-out of a read alone would let a client that sends a byte now and then,
 * or never reads its answers, keep a place for ever.
 */
final class TcpDeadlines {

    private static final Logger log = LoggerFactory.getLogger(TcpDeadlines.class);

    /** Looks for each period, so that a connection lives a tenth longer than it may at most. */
    private static final int LOOKS = 10;

    private final Map<Socket, Long> deadlines = new ConcurrentHashMap<>();
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
        Thread.ofVirtual().name("dns-tcp-deadlines").start(this::run);
    }

    /** The connection has another period. */
    void renew(Socket client) {
        deadlines.put(client, System.nanoTime() + period.toNanos());
    }

    void forget(Socket client) {
        deadlines.remove(client);
    }

    private void run() {
        try {
            while (!over.getAsBoolean()) {
                Thread.sleep(period.dividedBy(LOOKS).plusMillis(1));
                long now = System.nanoTime();
                deadlines.forEach((client, deadline) -> closeIfDue(client, now - deadline));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeIfDue(Socket client, long nanosLate) {
        if (nanosLate < 0) {
            return;
        }
        try {
            client.close();
        } catch (IOException e) {
            log.atDebug().setCause(e).log("a DNS connection that was late could not be closed");
        }
    }
}
