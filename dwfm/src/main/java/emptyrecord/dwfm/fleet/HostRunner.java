package emptyrecord.dwfm.fleet;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dwfm.core.Assignment;
import emptyrecord.dwfm.core.CheckResult;
import emptyrecord.dwfm.core.HostSnapshot;
import emptyrecord.dwfm.core.LeaseHost;
import emptyrecord.dwfm.core.LeaseRecord;
import emptyrecord.dwfm.core.Recall;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running host: the {@link LeaseHost} under a lock, one virtual thread that keeps its time and one per worker. A worker
 * takes work, does the real call, then waits for the planned end of its slot; the next slot starts at that planned end, so
 * neither the call nor a late wake-up adds up (the service time is a floor, not an addition).
 */
public final class HostRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HostRunner.class);

    /** The longest nap of the time keeper; shorter than anything that can be put on the agenda from outside. */
    private static final Duration NAP_MAX = Duration.ofSeconds(5);

    private final String name;
    private final LeaseHost host;
    private final DropletLink link;
    private final IncidentClock clock;
    private final EventLog events;
    private final PendingChanges pending;
    private final Checks checks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workArrived = lock.newCondition();
    private final Condition time = lock.newCondition();
    private volatile boolean running;
    private boolean crashed;

    /** @param name for example {@code dwfm-1} */
    public HostRunner(
            String name,
            Function<PendingChanges, LeaseHost> host,
            DropletLink link,
            PendingChanges pending,
            IncidentClock clock,
            EventLog events) {
        this.name = name;
        this.host = host.apply(pending);
        this.link = link;
        this.pending = pending;
        this.clock = clock;
        this.events = events;
        this.checks = new Checks(name, link, events);
    }

    public String name() {
        return name;
    }

    void start(int workers, Recall recall) {
        running = true;
        Thread.ofVirtual().name(name + "-start").start(() -> begin(workers, recall));
    }

    /**
     * Reads the lease table back, if it can be read already, before the first tick: that is also when the client loads its
     * classes, which would otherwise make the first checks late. If it cannot be read, the host begins without it.
     */
    private void begin(int workers, Recall recall) {
        Instant started = clock.instant();
        int droplets = snapshot().droplets();
        boolean recalled = recall(recall, droplets, started);
        locked(now -> {
            host.start(now);
            return true;
        });
        Thread.ofVirtual().name(name + "-time").start(this::keepTime);
        for (int worker = 1; worker <= workers; worker++) {
            Thread.ofVirtual().name(name + "-worker-" + worker).start(this::work);
        }
        try {
            while (running && !recalled) {
                clock.sleep(Duration.ofSeconds(15));
                recalled = recall(recall, droplets, started);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts a launch; the future says whether it was carried out in time. Empty if it cannot even start. */
    Optional<CompletableFuture<Boolean>> launch(int slot, String subject) {
        return locked(now -> {
            if (!host.canChange(slot, now)) {
                return Optional.empty();
            }
            CompletableFuture<Boolean> done = pending.expect(subject);
            if (!host.launch(slot, subject, now)) {
                pending.launchFinished(subject, false);
            }
            return Optional.of(done);
        });
    }

    void forget(String subject) {
        pending.forget(subject);
    }

    void terminate(int slot, String subject) {
        locked(now -> {
            host.terminate(slot, subject, now);
            return true;
        });
    }

    void throttle(double share) {
        locked(now -> {
            host.throttle(share, now);
            return true;
        });
    }

    void clearThrottle() {
        locked(now -> {
            host.clearThrottle();
            return true;
        });
    }

    /** @return how much queued work was dropped */
    int restart() {
        return locked(now -> {
            if (crashed) {
                throw new IllegalStateException(
                        name + " is held down by the fault host-crash; clear the fault to bring it back");
            }
            int dropped = host.queueLength();
            host.restart(now);
            return dropped;
        });
    }

    /** Takes the host away or lets it come back, as the fault host-crash wants; says so only when that changes. */
    void crashed(boolean wanted) {
        boolean turned = locked(now -> {
            if (crashed == wanted) {
                return false;
            }
            crashed = wanted;
            if (wanted) {
                host.leaveUntil(Instant.MAX);
            } else {
                host.restart(now);
            }
            return true;
        });
        if (turned) {
            events.record(wanted ? EventKind.HOST_CRASHED : EventKind.HOST_RESTARTED, Map.of(EventId.HOST, name));
        }
    }

    public HostSnapshot snapshot() {
        return locked(host::snapshot);
    }

    boolean canChange(int slot) {
        return locked(now -> host.canChange(slot, now));
    }

    private <T> T locked(Function<Instant, T> action) {
        lock.lock();
        try {
            Instant now = clock.instant();
            host.advance(now);
            T result = action.apply(now);
            wakeWorkers();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void wakeWorkers() {
        if (host.queueLength() > 0) {
            workArrived.signalAll();
        }
    }

    private void keepTime() {
        lock.lock();
        try {
            while (running) {
                Duration nap = advanced();
                // woken early or late, the loop looks at the clock again
                var unused = time.await(Math.max(1, clock.toReal(nap).toNanos()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** @return incident time until the host wants to be advanced again */
    private Duration advanced() {
        try {
            Instant now = clock.instant();
            host.advance(now);
            wakeWorkers();
            Duration wait = Duration.between(now, host.nextTimer());
            return wait.compareTo(NAP_MAX) < 0 ? wait : NAP_MAX;
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("host", name).log("the host could not move on, trying again");
            return NAP_MAX;
        }
    }

    private void work() {
        Instant free = clock.instant();
        try {
            while (running) {
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
            clock.sleep(NAP_MAX);
            return clock.instant();
        }
    }

    private Optional<Assignment> take(Instant free) throws InterruptedException {
        lock.lock();
        try {
            Optional<Assignment> taken = host.take(free);
            if (taken.isEmpty() && running) {
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
        complete(work, result, end).ifPresent(failing -> checks.tell(failing, result));
        return end;
    }

    /** Hands the result in at the slot's end, not when this thread woke up; not any more once the host is closed. */
    private Optional<Boolean> complete(Assignment work, CheckResult result, Instant end) {
        lock.lock();
        try {
            if (!running) {
                return Optional.empty();
            }
            host.advance(end);
            host.complete(work, result, end);
            wakeWorkers();
            return checks.saw(result);
        } finally {
            lock.unlock();
        }
    }

    /** @return whether the table could be read */
    private boolean recall(Recall recall, int droplets, Instant started) {
        try {
            List<LeaseRecord> rows = link.readBack(droplets);
            Map<EventId, Object> recalled = locked(now -> {
                boolean goesOn = recall.apply(rows, name, started, now, host);
                int held = host.snapshot(now).leasesHeld();
                return Map.of(
                        EventId.HOST, name, EventId.ROWS, rows.size(), EventId.HELD, held, EventId.GOES_ON, goesOn);
            });
            events.record(EventKind.LEASES_RECALLED, recalled);
            return true;
        } catch (IllegalStateException e) {
            log.atDebug().addKeyValue("host", name).log("lease table not readable yet: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        checks.close();
        lock.lock();
        try {
            running = false;
            workArrived.signalAll();
            time.signalAll();
        } finally {
            lock.unlock();
        }
        link.close();
    }
}
