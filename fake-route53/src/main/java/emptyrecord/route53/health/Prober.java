package emptyrecord.route53.health;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.route53.core.health.Endpoint;
import emptyrecord.route53.core.health.HealthCheck;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the checkers out. Each has its own phase within the interval, drawn from the seed, and one probe in hand. The
 * interval is incident time. Probes are begun one by one in the order in which they are due, so many of the checkers, or
 * endpoints that do not answer, make the pace of all slower and nothing else.
 */
public final class Prober implements HealthBoard.Crew, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Prober.class);

    /** Probes of one health check in hand, so that a silent endpoint does not take all places. Our choice. */
    private static final int OF_ONE_CHECK = 4;

    /** Real time after which a checker tries again whose health check has all its places taken. Our choice. */
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final HealthBoard board;
    private final Probes probes;
    private final IncidentClock clock;
    private final Counts counts;
    private final long seed;
    private final long spacingNanos;
    private final Semaphore places;
    private final DelayQueue<Checker> queue = new DelayQueue<>();
    private final ConcurrentHashMap<String, Integer> inHand = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** Counts probes. */
    public interface Counts {

        void probed(boolean passed);

        /** @param behind real time between the moment that a probe was due and its begin */
        void begun(Duration behind);
    }

    /** @param seed of the phases */
    public Prober(HealthBoard board, Probes probes, IncidentClock clock, Pacing pacing, Counts counts) {
        this.board = board;
        this.probes = probes;
        this.clock = clock;
        this.counts = counts;
        this.seed = pacing.seed();
        this.spacingNanos = TimeUnit.SECONDS.toNanos(1) / pacing.settings().probesPerSecond();
        this.places = new Semaphore(pacing.settings().probesMax());
    }

    /**
     * How the probes are spread.
     *
     * @param seed of the phases
     */
    public record Pacing(HealthSettings settings, long seed) {}

    @Override
    public void start() {
        running = true;
        board.begin(this);
        Thread.ofVirtual().name("health-checks").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Checker hire(HealthCheck check, Endpoint endpoint, String region) {
        var phase = new SplittableRandom(seed * 31 + (check.id() + region).hashCode());
        long first = (long) (phase.nextDouble() * intervalNanos(endpoint));
        return new Checker(check.id(), region, System.nanoTime() + first);
    }

    @Override
    public void send(Checker checker) {
        queue.add(checker);
    }

    @Override
    public void dismiss(Checker checker) {
        queue.remove(checker);
    }

    private long intervalNanos(Endpoint endpoint) {
        return clock.toReal(Duration.ofSeconds(endpoint.pace().intervalSeconds()))
                .toNanos();
    }

    private void run() {
        try {
            while (running) {
                Checker next = queue.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    begin(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Checker checker) throws InterruptedException {
        HealthCheck check = board.checkOf(checker).orElse(null);
        if (check == null) {
            return;
        }
        Endpoint endpoint = check.config().endpoint().orElseThrow();
        if (check.config().disabled()) {
            again(checker, System.nanoTime() + intervalNanos(endpoint));
            return;
        }
        if (!takePlace(check.id())) {
            again(checker, System.nanoTime() + AGAIN_NANOS);
            return;
        }
        places.acquire();
        Thread.ofVirtual().name("probe").start(() -> probe(checker, check, endpoint));
        TimeUnit.NANOSECONDS.sleep(spacingNanos);
    }

    private void probe(Checker checker, HealthCheck check, Endpoint endpoint) {
        long now = System.nanoTime();
        try {
            counts.begun(Duration.ofNanos(Math.max(0, now - checker.due())));
            ProbeResult result = probes.probe(check.id(), check.config().type(), endpoint.target());
            counts.probed(result.passed());
            board.found(checker, result, clock.wallInstant());
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("healthCheck", check.id()).log("a probe failed");
        } finally {
            places.release();
            leavePlace(check.id());
            again(checker, Math.max(checker.due() + intervalNanos(endpoint), now));
        }
    }

    private void again(Checker checker, long due) {
        checker.due(due);
        if (running && board.checkOf(checker).isPresent()) {
            queue.add(checker);
        }
    }

    private boolean takePlace(String id) {
        if (inHand.merge(id, 1, Integer::sum) <= OF_ONE_CHECK) {
            return true;
        }
        leavePlace(id);
        return false;
    }

    private void leavePlace(String id) {
        inHand.computeIfPresent(id, (key, mine) -> mine == 1 ? null : mine - 1);
    }
}
