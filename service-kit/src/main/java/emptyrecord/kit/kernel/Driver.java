package emptyrecord.kit.kernel;

import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives a pure core in real time: one lock around it, and one virtual thread that advances it and waits until something
 * is due again. The core counts in planned time, so a late wake-up shifts nothing.
 */
public final class Driver implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Driver.class);

    /** A state machine without threads. Its first two methods are called with the lock held. */
    public interface Core {

        /** Runs all that is due by now. */
        void advance(Instant now);

        /** When something is due next, if anything is. */
        Optional<Instant> nextDue();

        /** After each turn of the driver's thread, without the lock: housekeeping, and news for others. */
        default void turned() {}
    }

    private final String name;
    private final Core core;
    private final IncidentClock clock;
    private final Duration waitMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition dueEarlier = lock.newCondition();
    private volatile boolean closed;

    /** Until when the thread waits; {@link Instant#MIN} while it does not. */
    private Instant wakeAt = Instant.MIN;

    /**
     * @param name of the thread and in the log
     * @param waitMax longest real time between two turns, and the time until the next one after a failure
     */
    public Driver(String name, Core core, IncidentClock clock, Duration waitMax) {
        this.name = name;
        this.core = core;
        this.clock = clock;
        this.waitMax = waitMax;
    }

    public void start() {
        Thread.ofVirtual().name(name).start(this::run);
    }

    /** Advances the core to now, then takes a step with it. */
    public <T> T call(Function<Instant, T> step) {
        return ask(() -> stepped(clock.instant(), step));
    }

    /** The same at a given time, for results that belong to a planned moment that has just passed. */
    public <T> T callAt(Instant time, Function<Instant, T> step) {
        return ask(() -> stepped(time, step));
    }

    /** Asks the core something while nothing changes. */
    public <T> T ask(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** The lock around the core, for threads that wait for the core on a condition of their own. */
    public ReentrantLock lock() {
        return lock;
    }

    /** No turn begins after this returns. Steps are still taken; the owner decides what they may still do. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            dueEarlier.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T stepped(Instant time, Function<Instant, T> step) {
        core.advance(time);
        T result = step.apply(time);
        if (core.nextDue().filter(due -> due.isBefore(wakeAt)).isPresent()) {
            dueEarlier.signal();
        }
        return result;
    }

    private void run() {
        try {
            while (!closed) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (advanced()) {
                core.turned();
            }
            await(true);
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("driver", name).log("a turn failed, trying again");
            await(false);
        }
    }

    private boolean advanced() {
        return ask(() -> {
            if (!closed) {
                core.advance(clock.instant());
            }
            return !closed;
        });
    }

    /** @param untilDue wait no longer than until something is due; else the whole longest time */
    private void await(boolean untilDue) throws InterruptedException {
        lock.lock();
        try {
            Duration wait = untilDue ? untilDue() : waitMax;
            if (!closed && wait.isPositive()) {
                wakeAt = clock.instant().plus(clock.toIncident(wait));
                // woken early or late, the next turn reads the clock again
                var unused = dueEarlier.await(wait.toNanos(), TimeUnit.NANOSECONDS);
            }
        } finally {
            wakeAt = Instant.MIN;
            lock.unlock();
        }
    }

    private Duration untilDue() {
        Duration due = core.nextDue()
                .map(next -> clock.toReal(Duration.between(clock.instant(), next)))
                .orElse(waitMax);
        return due.compareTo(waitMax) < 0 ? due : waitMax;
    }
}
