package emptyrecord.route53.zones;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of accepted batches to the DNS servers. Each becomes visible there a propagation delay after it was accepted,
 * in the order of acceptance, PENDING until then and INSYNC after. The published zones change by one reference, so a
 * query sees all of a batch or none of it.
 *
 * <p>A batch in the queue was acknowledged and is in the journal, so it stays until its delay is over. The queue is
 * bounded before a batch is acknowledged, see {@link #reserve}.
 */
public final class Publication implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Publication.class);

    /** Longest wait before the delay is read again, so that a healed fault publishes waiting changes; real time. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /**
     * Heap that the waiting batches may take together: the record sets that they make, and for each a map of its whole
     * zone. Our choice.
     */
    public static final int WAITING_BYTES_MAX = 2_400_000;

    /** A record set in a waiting zone's map: the map is its own, the record sets are shared. */
    private static final long ENTRY_BYTES = 48;

    private final IncidentClock clock;
    private final Supplier<Duration> delay;
    private final LinkedBlockingQueue<AcceptedChange> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(WAITING_BYTES_MAX, true);
    private volatile Zones published = Zones.of(List.of());
    private final List<BiConsumer<Zones, String>> listeners = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long publishedSeq;

    /** @param delay the propagation delay now, incident time */
    public Publication(IncidentClock clock, Supplier<Duration> delay) {
        this.clock = clock;
        this.delay = delay;
    }

    /** Begins with everything that was accepted before the process started. */
    void restart(Zones zones, long seq) {
        published = zones;
        publishedSeq = seq;
    }

    /** @param listener called after each publication with the zones and the id of the zone that changed */
    public void onPublish(BiConsumer<Zones, String> listener) {
        listeners.add(listener);
    }

    /** Starts to publish; listeners must be there. */
    public void start() {
        Thread.ofVirtual().name("publication").start(this::run);
    }

    /** The zones from which the DNS servers answer. */
    public Zones zones() {
        return published;
    }

    /** Number of the last change that is INSYNC. */
    long published() {
        return publishedSeq;
    }

    public int pending() {
        return waiting.size();
    }

    /**
     * Takes room for a batch that is about to be accepted; one that is larger than all the room may wait alone.
     *
     * @param bytes from {@link #roomFor}
     * @param wait real time
     * @return false when the waiting batches left no room in that time
     */
    boolean reserve(int bytes, Duration wait) throws InterruptedException {
        return room.tryAcquire(bytes, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives back the room of a batch that was published or not accepted after all. */
    void release(int bytes) {
        room.release(bytes);
    }

    /**
     * @param zone with the change
     * @param made heap of what the change has made
     */
    static int roomFor(ZoneData zone, long made) {
        long bytes = made + ENTRY_BYTES * zone.records().size();
        return (int) Math.min(bytes, WAITING_BYTES_MAX);
    }

    /** Its room has been {@link #reserve reserved}. */
    void accept(AcceptedChange change) {
        waiting.add(change);
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                AcceptedChange next = waiting.poll(LOOK_AGAIN.toMillis() * 10, TimeUnit.MILLISECONDS);
                if (next != null && due(next)) {
                    publish(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the change is due; false if the service stopped before. */
    private boolean due(AcceptedChange change) throws InterruptedException {
        while (true) {
            Instant at = change.accepted().plus(delay.get());
            Duration left = clock.toReal(Duration.between(clock.instant(), at));
            if (!left.isPositive()) {
                return true;
            }
            Duration wait = left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
            if (stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
    }

    private void publish(AcceptedChange change) {
        Zones zones = change.applyTo(published);
        published = zones;
        publishedSeq = change.seq();
        release(change.room());
        for (BiConsumer<Zones, String> listener : listeners) {
            try {
                listener.accept(zones, change.zoneId());
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("a listener failed on change {}", change.seq());
            }
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
