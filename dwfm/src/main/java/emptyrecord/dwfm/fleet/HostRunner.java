package emptyrecord.dwfm.fleet;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dwfm.core.host.HostSnapshot;
import emptyrecord.dwfm.core.host.LeaseHost;
import emptyrecord.dwfm.core.host.Recall;
import emptyrecord.dwfm.core.host.Wiring;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.kernel.Driver;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A running host: the {@link LeaseHost} under a driver that keeps its time, its {@link Workers}, and the requests from
 * operators and the EC2 face.
 */
public final class HostRunner implements AutoCloseable {

    /** The driver's longest wait, incident time (our choice). */
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final String name;
    private final LeaseHost host;
    private final DropletLink link;
    private final IncidentClock clock;
    private final EventLog events;
    private final PendingChanges pending;
    private final Driver driver;
    private final Workers workers;
    private final HostStart start;
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
        this.driver = new Driver(name + "-time", new Core(), clock, clock.toReal(WAIT_MAX));
        this.workers = new Workers(name, this.host, driver, new Checks(name, link, events), clock);
        this.start = new HostStart(name, this.host, link, driver, events);
    }

    /** The host, which wakes its workers when there is work. */
    private final class Core implements Driver.Core {

        @Override
        public void advance(Instant now) {
            host.advance(now);
            workers.wake();
        }

        @Override
        public Optional<Instant> nextDue() {
            return host.nextDue();
        }
    }

    public String name() {
        return name;
    }

    void start(Recall recall) {
        start.begin(recall, clock, () -> {
            driver.start();
            workers.asWired();
        });
    }

    /**
     * Starts a launch; the future tells whether it was carried out in time. Empty if it was not even queued: then nothing
     * of it is on the droplet, and the follower hears so.
     */
    Optional<CompletableFuture<Boolean>> launch(int slot, DropletChange launch) {
        Optional<CompletableFuture<Boolean>> queued = step(now -> {
            if (!host.canChange(slot, now) || !host.launch(slot, launch, now)) {
                return Optional.empty();
            }
            return Optional.of(pending.expect(launch.name()));
        });
        if (queued.isEmpty()) {
            pending.undone(launch.name());
        }
        return queued;
    }

    /** @return false if the launch has ended already */
    boolean forget(String launch) {
        return pending.forget(launch);
    }

    void undo(int slot, DropletChange launch) {
        step(now -> {
            host.undo(slot, launch, now);
            return true;
        });
    }

    void order(int slot, DropletChange order) {
        step(now -> {
            host.order(slot, order, now);
            return true;
        });
    }

    void throttle(double share) {
        step(now -> {
            host.throttle(share, now);
            return true;
        });
    }

    void clearThrottle() {
        step(now -> {
            host.clearThrottle();
            return true;
        });
    }

    /** Works by another wiring from now on. */
    void wire(Wiring wiring) {
        step(now -> {
            host.wire(wiring);
            return true;
        });
        workers.asWired();
    }

    /** @return how much queued work was dropped */
    int restart() {
        return step(now -> {
            if (crashed) {
                throw new IllegalStateException(
                        name + " is held down by the fault host-crash; clear the fault to bring it back");
            }
            int dropped = host.queueLength();
            host.restart(now);
            return dropped;
        });
    }

    /** Takes the host away or returns it, for the fault host-crash; reports only changes. */
    void crashed(boolean wanted) {
        boolean turned = step(now -> {
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
        return step(host::snapshot);
    }

    boolean canChange(int slot) {
        return step(now -> host.canChange(slot, now));
    }

    /** A step may queue work at once, so the workers are also woken after it. */
    private <T> T step(Function<Instant, T> action) {
        return driver.call(now -> {
            T result = action.apply(now);
            workers.wake();
            return result;
        });
    }

    @Override
    public void close() {
        start.close();
        driver.close();
        workers.close();
        link.close();
    }
}
