package emptyrecord.dwfm.fleet;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dwfm.core.host.HostSnapshot;
import emptyrecord.dwfm.core.host.Recall;
import emptyrecord.dwfm.core.host.Wiring;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseWatch;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.web.NotFoundException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** All hosts of the region, the operators' actions on them, and the droplets as the EC2 face sees them. */
public final class Fleet implements AutoCloseable {

    private final List<HostRunner> hosts;
    private final FleetShape shape;
    private final EventLog events;
    private final RandomGenerator chance;
    private final LeaseWatch watch = new LeaseWatch();
    private final Set<String> starting = new HashSet<>();

    /**
     * @param droplets per host
     * @param zones the droplets of every host are dealt over
     */
    public record FleetShape(int droplets, List<String> zones) {

        /** The Availability Zone of a droplet. */
        public String zone(DropletId droplet) {
            return zones.get(droplet.slot() % zones.size());
        }
    }

    public Fleet(List<HostRunner> hosts, FleetShape shape, EventLog events, RandomGenerator chance) {
        this.hosts = List.copyOf(hosts);
        this.shape = shape;
        this.events = events;
        this.chance = chance;
    }

    public void start(Recall recall) {
        hosts.forEach(host -> host.start(recall));
    }

    public FleetShape shape() {
        return shape;
    }

    public List<HostRunner> hosts() {
        return hosts;
    }

    public List<HostSnapshot> snapshots() {
        return hosts.stream().map(HostRunner::snapshot).toList();
    }

    /**
     * A random droplet of the zone, whatever its lease, because the night's launches also met droplets without one.
     *
     * @param zone one of the shape's, or empty for any
     */
    public synchronized DropletId anyDroplet(String zone) {
        int host = 1 + chance.nextInt(hosts.size());
        int first = zone.isEmpty()
                ? chance.nextInt(shape.zones().size())
                : shape.zones().indexOf(zone);
        int inZone = (shape.droplets() - first + shape.zones().size() - 1)
                / shape.zones().size();
        return new DropletId(
                host, first + chance.nextInt(inZone) * shape.zones().size());
    }

    /** That many random droplets, for instances that already existed. */
    public List<DropletId> anyDroplets(int count) {
        return Stream.generate(() -> anyDroplet("")).limit(count).toList();
    }

    public boolean canChange(DropletId droplet) {
        return host(droplet).canChange(droplet.slot());
    }

    /** @see HostRunner#launch */
    public Optional<CompletableFuture<Boolean>> launch(DropletId droplet, DropletChange launch) {
        return host(droplet).launch(droplet.slot(), launch);
    }

    /**
     * The caller has stopped waiting for a launch. What it may leave on the droplet is ended there.
     *
     * @return false if it has ended already: the future has its result, or will at once
     */
    public boolean forget(DropletId droplet, DropletChange launch) {
        return host(droplet).forget(launch.name());
    }

    /** A launch that was carried out is not wanted after all; its end waits for the droplet's lease. */
    public void undo(DropletId droplet, DropletChange launch) {
        host(droplet).undo(droplet.slot(), launch);
    }

    /** Hands over an order, for the droplet's lease. */
    public void order(DropletId droplet, DropletChange order) {
        host(droplet).order(droplet.slot(), order);
    }

    public void throttle(double share) {
        hosts.forEach(host -> host.throttle(share));
        events.recordRequested(EventKind.THROTTLE_SET, Map.of(EventId.SHARE, share));
    }

    public void clearThrottle() {
        hosts.forEach(HostRunner::clearThrottle);
        events.recordRequested(EventKind.THROTTLE_CLEARED, Map.of());
    }

    /** All hosts work by another wiring from now on. */
    public void wire(Wiring wiring) {
        hosts.forEach(host -> host.wire(wiring));
        events.recordRequested(EventKind.WIRING_SET, Map.of(EventId.WIRING, wiring.name()));
    }

    public HostSnapshot restart(String name) {
        HostRunner host = hosts.stream()
                .filter(h -> h.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no host '" + name + "'; the hosts are "
                        + hosts.stream().map(HostRunner::name).toList()));
        int dropped = host.restart();
        events.recordRequested(EventKind.HOST_RESTARTED, Map.of(EventId.HOST, name, EventId.DROPPED, dropped));
        return host.snapshot();
    }

    /** Observes the fleet: hosts that a fault holds down, changes in the leases. Call it every few incident seconds. */
    public void look(Predicate<String> heldDown) {
        hosts.forEach(host -> host.crashed(heldDown.test(host.name())));
        List<HostSnapshot> now = snapshots();
        started(now).forEach(host -> events.record(EventKind.START_UP_COMPLETE, Map.of(EventId.HOST, host)));
        int held = now.stream().mapToInt(HostSnapshot::leasesHeld).sum();
        int droplets = now.stream().mapToInt(HostSnapshot::droplets).sum();
        moment(held, droplets)
                .ifPresent(kind -> events.record(kind, Map.of(EventId.HELD, held, EventId.DROPLETS, droplets)));
    }

    /** Hosts whose start was under way at the last check and is over now. */
    private synchronized List<String> started(List<HostSnapshot> now) {
        List<String> done = new ArrayList<>();
        for (HostSnapshot host : now) {
            String name = hosts.get(host.number() - 1).name();
            if (host.startUpLimit().isPresent()) {
                starting.add(name);
            } else if (starting.remove(name)) {
                done.add(name);
            }
        }
        return done;
    }

    private synchronized Optional<EventKind> moment(int held, int droplets) {
        return watch.observe(held, droplets);
    }

    private HostRunner host(DropletId droplet) {
        return hosts.get(droplet.host() - 1);
    }

    @Override
    public void close() {
        hosts.forEach(HostRunner::close);
    }
}
