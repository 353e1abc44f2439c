package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.host.LeaseHost;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.kernel.Driver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host's workers, one virtual thread each. A worker takes work, makes the real call, then waits for the planned end
 * of its slot. The next slot starts at that planned end, so neither the call nor a late wake-up adds up (the service
 * time is a floor, not an addition).
 */
final class Workers {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /** Incident time that a worker waits after a defect in its slot (our choice). */
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(5);

    private final String name;
    private final LeaseHost host;
    private final Driver driver;
    private final Checks checks;
    private final IncidentClock clock;
    private final ReentrantLock lock;
    private final Condition workArrived;
    private volatile boolean closed;

    Workers(String name, LeaseHost host, Driver driver, Checks checks, IncidentClock clock) {
        this.name = name;
        this.host = host;
        this.driver = driver;
        this.checks = checks;
        this.clock = clock;
        this.lock = driver.lock();
        this.workArrived = lock.newCondition();
    }

    void start(int count) {
        for (int worker = 1; worker <= count; worker++) {
            Thread.ofVirtual().name(name + "-worker-" + worker).start(this::work);
        }
    }

    /** Called with the lock held: there may be work now. */
    void wake() {
        if (host.queueLength() > 0) {
            workArrived.signalAll();
        }
    }

    void close() {
        checks.close();
        driver.ask(() -> {
            closed = true;
            workArrived.signalAll();
            return true;
        });
    }

    private void work() {
        Instant free = clock.instant();
        try {
            while (!closed) {
                free = workOnce(free);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant workOnce(Instant free) throws InterruptedException {
        try {
            Optional<Assignment> taken = take(free);
            return taken.isPresent() ? perform(taken.get()) : free;
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("host", name).log("a worker's slot failed, taking the next");
            clock.sleep(AFTER_DEFECT);
            return clock.instant();
        }
    }

    private Optional<Assignment> take(Instant free) throws InterruptedException {
        lock.lock();
        try {
            Optional<Assignment> taken = host.take(free);
            if (taken.isEmpty() && !closed) {
                workArrived.await();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** @return the end of the slot */
    private Instant perform(Assignment work) throws InterruptedException {
        CheckResult result = checks.ask(work);
        Instant now = clock.instant();
        boolean ranOut = now.isAfter(work.plannedEnd());
        Instant end = result instanceof CheckResult.Confirmed && !ranOut ? work.plannedEnd() : now;
        clock.sleep(Duration.between(now, end));
        complete(work, result, end).ifPresent(failing -> checks.report(failing, result));
        return end;
    }

    /** Reports the result at the slot's end, not at this thread's wake-up; not any more once the host is closed. */
    private Optional<Boolean> complete(Assignment work, CheckResult result, Instant end) {
        return driver.ask(() -> closed
                ? Optional.empty()
                : driver.callAt(end, at -> {
                    host.complete(work, result, at);
                    wake();
                    return checks.observe(result);
                }));
    }
}
