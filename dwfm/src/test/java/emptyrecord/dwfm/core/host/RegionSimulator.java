package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.call.CallGuard;
import emptyrecord.dwfm.core.call.TimeLimit;
import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.kernel.Agenda;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A region in simulated time, around the same {@link LeaseHost}s as in the service, with the shipped settings. A seed
 * replays a run. Times are minutes T+ since the record became empty.
 */
final class RegionSimulator {

    static final Instant ZERO = Instant.parse("2026-01-01T12:00:00Z");
    static final int HOSTS = ShippedSettings.get().hosts();

    final RegionSize size;
    String wiring;
    final Guards guards = new Guards();
    final List<SimulatedHost> hosts = new ArrayList<>();
    private final Agenda script = new Agenda(Instant.MIN);
    final ConnectionRule rule;
    final SimulatedLaunches launches;
    double now;
    double slowness = 1;
    double failCost = 0.005;

    Duration handshakeFails = Duration.ZERO;

    /** Of the guard {@code dwfm.time-limiter}. */
    TimeLimit timeLimit = TimeLimit.of(ShippedSettings.leaseParameters());

    /** Minutes T+ as an instant. */
    static Instant at(double minutes) {
        return ZERO.plus(IncidentClock.ofMinutes(minutes));
    }

    /** @param leased every droplet has a lease, and the hosts are long past their start; else they start with nothing */
    RegionSimulator(long seed, double start, boolean leased) {
        this(seed, start, leased, "spread");
    }

    RegionSimulator(long seed, double start, boolean leased, String connectionMode) {
        this(RegionSize.USUAL, Wiring.NAMES.getFirst(), start, connectionMode, seed);
        populate(seed, leased);
    }

    private RegionSimulator(RegionSize size, String wiring, double start, String connectionMode, long seed) {
        this.size = size;
        this.wiring = wiring;
        this.now = start;
        this.rule = ShippedSettings.get().connectionRule().mode(connectionMode);
        this.launches = new SimulatedLaunches(this, seed);
    }

    private void populate(long seed, boolean leased) {
        for (int number = 1; number <= size.hosts(); number++) {
            hosts.add(new SimulatedHost(this, number, seed * 1000 + number, leased));
        }
    }

    RegionSimulator(long seed) {
        this(seed, -30, true);
    }

    /** All droplets are leased, and the hosts long past their start, half an hour before T+0. */
    static RegionSimulator wired(String wiring, RegionSize size, long seed) {
        RegionSimulator region = new RegionSimulator(size, wiring, -30, "spread", seed);
        region.populate(seed, true);
        return region;
    }

    /** A guard of the hosts or of the gateways. */
    RegionSimulator guard(String name) {
        guards.find(name).orElseThrow().set(true);
        return this;
    }

    RegionSimulator guard(GuardNames name) {
        name.in(guards).set(true);
        return this;
    }

    RegionSimulator guard(CallGuard name) {
        name.in(guards).set(true);
        return this;
    }

    /** So many of each host's droplets answer no handshake for a while from T+0: a worker waits until its time is over. */
    RegionSimulator silentDroplets(double minutes, int each) {
        return goneDroplets(minutes, each, ShippedSettings.get().handshakeTimeout());
    }

    /** @param fails how long it takes a worker to notice that a droplet is gone */
    RegionSimulator goneDroplets(double minutes, int each, Duration fails) {
        handshakeFails = fails;
        script(0, () -> hosts.forEach(h -> h.goneDroplets = each));
        return script(minutes, () -> hosts.forEach(h -> h.goneDroplets = 0));
    }

    /** All hosts work by another wiring from then on. */
    RegionSimulator rewire(double at, String name) {
        return script(at, () -> {
            wiring = name;
            hosts.forEach(h -> h.host.wire(size.wiring(name)));
        });
    }

    /** Minutes that workers, or with a gateway its slots, have spent on handshakes. */
    double busyMinutes() {
        boolean gateway = size.wiring(wiring).throughGateway();
        return hosts.stream()
                .map(h -> gateway ? h.gateway.busy : h.worked)
                .mapToDouble(IncidentClock::toMinutes)
                .sum();
    }

    /** How many of them there are. */
    int servers() {
        boolean gateway = size.wiring(wiring).throughGateway();
        return size.hosts() * (gateway ? size.gatewaySlots() : size.parameters().workers());
    }

    int waitingAtGateways() {
        return hosts.stream().mapToInt(h -> h.gateway.waiting()).sum();
    }

    long calls() {
        return hosts.stream().mapToLong(h -> h.table.calls).sum();
    }

    RegionSimulator script(double at, Runnable action) {
        script.at(at(at), due -> {
            advance(due, at);
            action.run();
        });
        return this;
    }

    /** The name is empty from T+0 for {@code minutes}; each host keeps the empty answer up to 15 minutes more (F10). */
    RegionSimulator outage(double minutes, DoubleUnaryOperator extra) {
        script(0, () -> hosts.forEach(h -> h.resolves = false));
        for (int i = 0; i < size.hosts(); i++) {
            SimulatedHost host = hosts.get(i);
            script(minutes + extra.applyAsDouble(i), () -> host.resolves = true);
        }
        return this;
    }

    RegionSimulator outage(double minutes) {
        return outage(minutes, host -> 15.0 * (host + 1) / size.hosts());
    }

    /** The machine is that many times too slow for all work that is taken from then on. */
    RegionSimulator slow(double at, double times) {
        return script(at, () -> slowness = times);
    }

    /** Nothing is paced from here on, as if the hosts were past their start. */
    RegionSimulator unpaced() {
        hosts.forEach(h -> h.host.goOn());
        return this;
    }

    /** DynamoDB itself answers no call from T+0 for {@code minutes}; each fails after {@code cost} minutes. */
    RegionSimulator silence(double minutes, double cost) {
        failCost = cost;
        script(0, () -> hosts.forEach(h -> h.dynamoAnswers = false));
        return script(minutes, () -> hosts.forEach(h -> h.dynamoAnswers = true));
    }

    int starting() {
        return (int) hosts.stream()
                .filter(h -> h.host.snapshot(at(now)).startUpLimit().isPresent())
                .count();
    }

    RegionSimulator throttle(double at, double share) {
        return script(at, () -> hosts.forEach(h -> h.host.throttle(share, at(at))));
    }

    RegionSimulator restarts(double from, double gap) {
        for (int i = 0; i < size.hosts(); i++) {
            double at = from + i * gap;
            SimulatedHost host = hosts.get(i);
            script(at, () -> host.host.restart(at(at)));
        }
        return this;
    }

    /** {@code kill -9} of all hosts, and new processes for them so many minutes later. */
    RegionSimulator kill(double at, double boot) {
        script(at, () -> hosts.forEach(SimulatedHost::kill));
        return script(at + boot, () -> hosts.forEach(h -> h.boot(at + boot)));
    }

    RegionSimulator until(double minutes) {
        script.advance(at(minutes));
        advance(at(minutes), minutes);
        return this;
    }

    private void advance(Instant to, double minutes) {
        hosts.forEach(h -> h.advance(to));
        now = minutes;
    }

    double held() {
        return hosts.stream()
                        .mapToInt(h -> h.host.snapshot(at(now)).leasesHeld())
                        .sum()
                / (double) size.droplets();
    }

    long counted(Counted what) {
        return hosts.stream()
                .mapToLong(h -> h.host.snapshot(at(now)).tally().of(what))
                .sum();
    }

    int queued() {
        return hosts.stream().mapToInt(h -> h.host.queueLength()).sum();
    }

    int parked() {
        return hosts.stream()
                .mapToInt(h -> h.host.snapshot(at(now)).parkedOrders())
                .sum();
    }

    /** First minute, checked every minute, with at least this share of leases held; infinite if not by {@code end}. */
    double recovered(double share, double from, double end) {
        for (double t = from; t <= end; t++) {
            if (until(t).held() >= share) {
                return t;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
