package emptyrecord.kit.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work once after an incident duration, or periodically. One timer thread keeps the time; the work itself runs on
 * a virtual thread of its own, so slow work never delays another's start.
 */
public final class IncidentTimer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IncidentTimer.class);

    private final IncidentClock clock;
    private final ScheduledThreadPoolExecutor timer;

    public IncidentTimer(IncidentClock clock) {
        this.clock = clock;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("incident-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs {@code work} once after an incident duration; cancel through the future. */
    public Future<?> after(Duration incident, Runnable work) {
        return timer.schedule(() -> start(work), clock.toReal(incident).toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs {@code work} every {@code period} of incident time, first after one period; a failure is logged, not fatal. */
    public Future<?> every(Duration period, Runnable work) {
        return every(period, period, work);
    }

    /** Runs {@code work} every {@code period} of incident time, first after {@code initial}. */
    public Future<?> every(Duration initial, Duration period, Runnable work) {
        return timer.scheduleAtFixedRate(
                () -> start(work),
                clock.toReal(initial).toNanos(),
                Math.max(1_000_000, clock.toReal(period).toNanos()),
                TimeUnit.NANOSECONDS);
    }

    private static void start(Runnable work) {
        Thread.startVirtualThread(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("timed work failed");
            }
        });
    }

    /** The plain executor behind the timer, for libraries that want one. */
    public ScheduledExecutorService executor() {
        return Executors.unconfigurableScheduledExecutorService(timer);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
