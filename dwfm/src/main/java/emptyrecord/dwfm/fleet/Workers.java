package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.host.LeaseHost;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.kernel.Driver;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host's workers, one virtual thread each. A worker takes work, makes the real calls, and is free again when the
 * droplet has answered.
 */
final class Workers {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /** Incident time that a worker waits after a defect (our choice). */
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(5);

    private final String name;
    private final LeaseHost host;
    private final Driver driver;
    private final Checks checks;
    private final IncidentClock clock;
    private final ReentrantLock lock;
    private final Condition workArrived;
    private volatile boolean closed;

    /** By number, from 1; guarded by the lock. */
    private final BitSet running = new BitSet();

    Workers(String name, LeaseHost host, Driver driver, Checks checks, IncidentClock clock) {
        this.name = name;
        this.host = host;
        this.driver = driver;
        this.checks = checks;
        this.clock = clock;
        this.lock = driver.lock();
        this.workArrived = lock.newCondition();
    }

    /** Starts those that the host's wiring has and that do not run; those above its number end when they are free. */
    void asWired() {
        driver.ask(() -> {
            for (int worker = 1; worker <= host.workers(); worker++) {
                start(worker);
            }
            workArrived.signalAll();
            return true;
        });
    }

    private void start(int worker) {
        if (!closed && !running.get(worker)) {
            running.set(worker);
            Thread.ofVirtual().name(name + "-worker-" + worker).start(() -> work(worker));
        }
    }

    /** Workers that have not ended. */
    int running() {
        return driver.ask(running::cardinality);
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

    private void work(int worker) {
        try {
            while (!closed && isWanted(worker)) {
                workOnce(worker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that is not wanted any more ends now, and may be started again. */
    private boolean isWanted(int worker) {
        return driver.ask(() -> {
            boolean wanted = worker <= host.workers();
            running.set(worker, wanted);
            return wanted;
        });
    }

    private void workOnce(int worker) throws InterruptedException {
        try {
            take(worker).ifPresent(this::perform);
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("host", name).log("a piece of work failed, taking the next");
            clock.sleep(AFTER_DEFECT);
        }
    }

    private Optional<Assignment> take(int worker) throws InterruptedException {
        lock.lock();
        try {
            if (worker > host.workers()) {
                return Optional.empty();
            }
            Optional<Assignment> taken = host.take(clock.instant());
            if (taken.isEmpty() && !closed) {
                workArrived.await();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void perform(Assignment work) {
        CheckResult result = checks.ask(work);
        complete(work, result).ifPresent(failing -> checks.report(failing, result));
    }

    /** Reports the result; not any more once the host is closed. */
    private Optional<Boolean> complete(Assignment work, CheckResult result) {
        return driver.ask(() -> closed
                ? Optional.empty()
                : driver.call(now -> {
                    host.complete(work, result, now);
                    wake();
                    return checks.observe(result);
                }));
    }
}
