package emptyrecord.kit.clock;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Measures whether this process keeps up: a timer on the incident clock that only records how late it was. It uses the
 * same timer thread and virtual threads as all timed work, so it is late when they are.
 */
public final class Heartbeat implements AutoCloseable {

    /** Incident time between two heartbeats; real time is held between the two bounds below. */
    private static final Duration PERIOD = Duration.ofSeconds(6);

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ScheduledExecutorService timer;
    private final ClockLag lag;
    private final StallWatch stalls;
    private final Consumer<Stall> stalled;
    private final long period;
    private volatile boolean closed;

    /** @param stalled receives each stall when it is over */
    public Heartbeat(IncidentClock clock, IncidentTimer timer, ClockLag lag, Consumer<Stall> stalled) {
        this.timer = timer.executor();
        this.lag = lag;
        this.stalls = new StallWatch(clock.toReal(StallWatch.SLACK));
        this.stalled = stalled;
        this.period = Math.clamp(clock.toReal(PERIOD).toNanos(), SHORTEST.toNanos(), LONGEST.toNanos());
    }

    /** Begins; call it once the service is ready, since a start is late by nature. */
    public void start() {
        next();
    }

    private void next() {
        long due = System.nanoTime() + period;
        lag.expect(due);
        try {
            timer.schedule(() -> hand(due), period, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException shuttingDown) {
            closed = true;
        }
    }

    /** On the timer thread: work runs on a virtual thread, as {@link IncidentTimer}'s does. */
    private void hand(long due) {
        long handed = System.nanoTime();
        Thread.startVirtualThread(() -> beat(due, handed));
    }

    private void beat(long due, long handed) {
        long now = System.nanoTime();
        lag.beat(now, now - due, now - handed);
        stalls.beat(now, now - due).ifPresent(stalled);
        if (!closed) {
            next();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
