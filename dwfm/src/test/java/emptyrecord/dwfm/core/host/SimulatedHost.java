package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** One host of a {@link RegionSimulator} with its workers, its {@link SimulatedTable}, and whether its resolver has an address. */
final class SimulatedHost implements ChangeListener {
    private static final Recall RECALL = new Recall(ShippedSettings.get().lease());

    /** Of the droplets' times, standard deviation over mean (our choice). */
    private static final double VARIATION = 0.3;

    /** What a call costs that the gateway turns away. */
    private static final Duration FAILS_AT_ONCE = Duration.ofMillis(300);

    private record Slot(Instant end, int worker, Assignment work, SimulatedGuards.Call call) {}

    private final RegionSimulator region;
    LeaseHost host;
    boolean resolves = true;
    boolean dynamoAnswers = true;

    /** So many of its droplets answer no handshake. */
    int goneDroplets;

    boolean down;
    int launched;
    boolean wanted = true;

    /** Launches and orders that reached their droplet. */
    final List<String> changed = new ArrayList<>();

    int carriedOut;

    /** Before its droplets; only calls of a wiring that passes it meet it. */
    final SimulatedGateway gateway;

    /** Time that workers spent on handshakes. */
    Duration worked = Duration.ZERO;

    private final BitSet busy = new BitSet();
    private final Instant[] free;
    private final PriorityQueue<Slot> ends = new PriorityQueue<>(Comparator.comparing(Slot::end));
    final SimulatedTable table;
    private final int number;
    private final ServiceTimes droplets;
    private SplittableRandom chance;
    private SimulatedGuards guards;

    SimulatedHost(RegionSimulator region, int number, long seed, boolean leased) {
        this.region = region;
        this.number = number;
        this.chance = new SplittableRandom(seed);
        this.droplets = new LognormalServiceTimes(VARIATION, chance.split());
        this.table = new SimulatedTable(region, "dwfm-" + number);
        table.connect(chance);
        LeaseParameters p = region.size.parameters();
        this.gateway = new SimulatedGateway(region.size, region.guards);
        this.guards = new SimulatedGuards(region, p);
        host = process();
        host.start(RegionSimulator.at(region.now));
        int most = region.size.wiring("thundering-herd").workers(p);
        free = new Instant[most];
        Arrays.fill(free, RegionSimulator.at(region.now));
        if (leased) {
            host.goOn();
        }
        for (int slot = 0; leased && slot < p.droplets(); slot++) {
            host.recallLease(slot, RegionSimulator.at(region.now).plus(p.lease()));
        }
    }

    private LeaseHost process() {
        LeaseParameters p = region.size.parameters();
        Policies policies = Policies.of(region.guards, p, RegionSimulator.at(region.now));
        LeaseHost made =
                new LeaseHost(new HostSetup(number, p, policies, this, chance, RegionSimulator.at(region.now)));
        made.wire(region.size.wiring(region.wiring));
        return made;
    }

    /** {@code kill -9}: what it knew and had taken is gone; the table stays. */
    void kill() {
        down = true;
        ends.clear();
        busy.clear();
    }

    /** A new process of the same host; it reads the table as soon as it can. */
    void boot(double minutes) {
        down = false;
        chance = chance.split();
        host = process();
        table.connect(chance);
        guards = new SimulatedGuards(region, region.size.parameters());
        Arrays.fill(free, RegionSimulator.at(minutes));
        readBack(minutes, RegionSimulator.at(minutes));
        host.start(RegionSimulator.at(minutes));
    }

    private void readBack(double minutes, Instant started) {
        if (resolves) {
            RECALL.apply(table.rows(), table.holder(), started, RegionSimulator.at(minutes), host);
        } else {
            region.script(minutes + 0.25, () -> readBack(minutes + 0.25, started));
        }
    }

    void advance(Instant to) {
        if (down) {
            return;
        }
        take();
        for (Instant each = next(); !each.isAfter(to); each = next()) {
            Instant next = each;
            Slot done = ends.peek();
            if (gateway.nextEnd().filter(end -> !end.isAfter(next)).isPresent()) {
                gateway.end();
            } else if (done != null && !done.end().isAfter(next)) {
                finish(ends.remove());
            } else {
                host.advance(next);
            }
            take();
        }
    }

    private Instant next() {
        Slot done = ends.peek();
        Instant timer = host.nextDue().orElse(Instant.MAX);
        Instant first = done != null && done.end().isBefore(timer) ? done.end() : timer;
        return gateway.nextEnd().filter(end -> end.isBefore(first)).orElse(first);
    }

    private void finish(Slot done) {
        busy.clear(done.worker());
        worked = worked.plus(Duration.between(done.work().start(), done.end()));
        free[done.worker()] = done.end();
        guards.at(done.end());
        done.call().over().forEach(Runnable::run);
        host.complete(done.work(), done.call().result(), done.end());
    }

    private void take() {
        for (int worker = busy.nextClearBit(0);
                worker < host.workers() && host.queueLength() > 0;
                worker = busy.nextClearBit(worker + 1)) {
            Optional<Assignment> work = host.take(free[worker]);
            if (work.isPresent()) {
                begin(slot(worker, work.get()));
            }
        }
    }

    private void begin(Slot slot) {
        busy.set(slot.worker());
        ends.add(slot);
    }

    private Slot slot(int worker, Assignment work) {
        if (work.work() instanceof Work.BlockWrite) {
            return slot(worker, work, guards.aroundTable(work, () -> claim(work)));
        }
        if (!host.wiring().throughGateway()) {
            return slot(worker, work, guards.around(work, () -> claim(work), () -> handshake(work)));
        }
        SimulatedGuards.Call table = guards.aroundTable(work, () -> claim(work));
        return table.result() instanceof CheckResult.Confirmed
                ? throughGateway(worker, work, table)
                : slot(worker, work, table);
    }

    private static Slot slot(int worker, Assignment work, SimulatedGuards.Call call) {
        return new Slot(work.start().plus(call.takes()), worker, work, call);
    }

    private SimulatedGuards.Call claim(Assignment work) {
        return table.claim(work, resolves, dynamoAnswers);
    }

    private SimulatedGuards.Call handshake(Assignment work) {
        reached(work.work());
        return work.work().droplet().slot() >= goneDroplets
                ? SimulatedGuards.Call.of(time(work.work()), new CheckResult.Confirmed())
                : SimulatedGuards.Call.of(region.handshakeFails, new CheckResult.Unreachable("gone"));
    }

    private void reached(Work work) {
        if (work instanceof Work.Change change) {
            changed.add(change.what().kind() + " " + change.what().instance());
        }
    }

    /** Given up at its deadline, unless the droplet's answer comes first. */
    private Slot throughGateway(int worker, Assignment work, SimulatedGuards.Call table) {
        reached(work.work());
        Slot silent =
                new Slot(work.deadline(), worker, work, table.but(new CheckResult.Unreachable("no answer in time")));
        SimulatedGateway.Call call = new SimulatedGateway.Call(
                work.deadline(), expected(work.work()), time(work.work()), end -> answered(silent, end));
        return gateway.call(call, work.start())
                ? silent
                : new Slot(
                        work.start().plus(FAILS_AT_ONCE),
                        worker,
                        work,
                        table.but(new CheckResult.Unreachable("turned away")));
    }

    private void answered(Slot waiting, Instant end) {
        if (ends.remove(waiting)) {
            CheckResult confirmed = new CheckResult.Confirmed();
            ends.add(new Slot(
                    end, waiting.worker(), waiting.work(), waiting.call().but(confirmed)));
        }
    }

    private Duration expected(Work work) {
        LeaseParameters p = region.size.parameters();
        boolean all =
                work instanceof Work.Member || work instanceof Work.Establishment attempt && !attempt.commissioning();
        return all ? p.establishment() : p.renewal();
    }

    /** The droplet takes its own time, on average what the host expects. */
    private Duration time(Work work) {
        Duration drawn = droplets.draw(expected(work));
        return Duration.ofNanos(Math.round(drawn.toNanos() * region.slowness));
    }

    @Override
    public boolean launchFinished(String subject, boolean good) {
        if (region.launches.knows(subject)) {
            return region.launches.finished(subject, good);
        }
        if (good) {
            launched++;
        }
        return wanted;
    }

    @Override
    public void undone(String launch) {
        region.launches.undone(launch);
    }

    @Override
    public void leased(DropletId droplet) {
        region.launches.index.leased(droplet);
    }

    @Override
    public void carriedOut(String subject) {
        carriedOut++;
    }
}
