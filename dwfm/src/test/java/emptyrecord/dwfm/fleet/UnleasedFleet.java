package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.host.HostSetup;
import emptyrecord.dwfm.core.host.LeaseHost;
import emptyrecord.dwfm.core.host.Policies;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Guards;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A fleet of one host that has not started: a droplet has a lease only if a test gives it one, and time stands still. */
public final class UnleasedFleet implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final IncidentClock clock = new IncidentClock(InstantSource.fixed(NOW), NOW, 1);
    private final EventLog events;
    private final Fleet fleet;
    private final HostRunner host;
    private final LeaseHost core;
    private final PendingChanges pending;
    private @Nullable Consumer<String> whenUndone;

    public UnleasedFleet(Path folder) {
        events = new EventLog("dwfm", clock, folder, new JsonMapper());
        pending = new PendingChanges(new Follower(), Runnable::run);
        core = core(pending);
        host = new HostRunner("dwfm-1", p -> core, new NoTable(), pending, clock, events);
        Fleet.FleetShape shape =
                new Fleet.FleetShape(ShippedSettings.leaseParameters().droplets(), List.of("us-east-1a"));
        fleet = new Fleet(List.of(host), shape, events, new SplittableRandom(1));
    }

    public IncidentClock clock() {
        return clock;
    }

    public EventLog events() {
        return events;
    }

    public Fleet fleet() {
        return fleet;
    }

    /** Orders that wait for a lease. */
    public int parked() {
        return fleet.snapshots().getFirst().parkedOrders();
    }

    /** Follows launches of which nothing is on their droplet. */
    public void whenUndone(Consumer<String> follower) {
        whenUndone = follower;
    }

    /** Work that waits at the host. */
    public int queued() {
        return fleet.snapshots().getFirst().queueLength();
    }

    /**
     * The host reports a launch's success, as a worker would.
     *
     * @return whether somebody still waited for it
     */
    public boolean finish(String launch) {
        return pending.launchFinished(launch, true);
    }

    /** The droplet has a lease from now on. */
    public void lease(DropletId droplet) {
        core.recallLease(droplet.slot(), NOW.plus(Duration.ofHours(1)));
    }

    /** The host is down from now on. */
    public void crash() {
        host.crashed(true);
    }

    private final class Follower implements PendingChanges.Follower {

        @Override
        public void carriedOut(String order) {}

        @Override
        public void undone(String launch) {
            if (whenUndone != null) {
                whenUndone.accept(launch);
            }
        }

        @Override
        public void leased(DropletId droplet) {}
    }

    private static LeaseHost core(PendingChanges pending) {
        LeaseParameters shipped = ShippedSettings.leaseParameters();
        SplittableRandom chance = new SplittableRandom(1);
        return new LeaseHost(new HostSetup(1, shipped, Policies.of(new Guards(), shipped, NOW), pending, chance, NOW));
    }

    private static final class NoTable implements DropletLink {

        @Override
        public CheckResult perform(Assignment work) {
            throw new IllegalStateException("a host that has not started does no work");
        }

        @Override
        public List<LeaseRecord> readBack(int droplets) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {
        fleet.close();
        events.close();
    }
}
