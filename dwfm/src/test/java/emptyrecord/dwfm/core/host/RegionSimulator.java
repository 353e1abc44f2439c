package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.hypothesis.Hypothesis;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseClaim;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.kernel.Agenda;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A region in simulated time, around the same {@link LeaseHost}s as in the service, with the shipped settings. A seed
 * replays a run. Times are minutes T+ since the record became empty.
 */
final class RegionSimulator {

    static final Instant ZERO = Instant.parse("2026-01-01T12:00:00Z");
    static final int HOSTS = ShippedSettings.get().hosts();
    private static final double FAIL_FAST = 0.005;
    private static final Recall RECALL = new Recall(ShippedSettings.get().coldAfter());

    final Guards guards = new Guards();
    final List<Simulated> hosts = new ArrayList<>();
    private final Agenda script = new Agenda(Instant.MIN);
    private double now;
    private double slowness = 1;

    private double failCost = FAIL_FAST;

    private record Slot(Instant end, int worker, Assignment work, CheckResult result) {}

    /** Minutes T+ as an instant. */
    static Instant at(double minutes) {
        return ZERO.plus(IncidentClock.ofMinutes(minutes));
    }

    /** @param leased every droplet has a lease, and the hosts are long past their start; else they start with nothing */
    RegionSimulator(long seed, String hypothesis, double start, boolean leased) {
        now = start;
        for (int number = 1; number <= HOSTS; number++) {
            hosts.add(new Simulated(number, seed * 1000 + number, Hypothesis.named(hypothesis), leased));
        }
    }

    RegionSimulator(long seed) {
        this(seed, "stale-fifo", -30, true);
    }

    /** One host with its workers, and whether its resolver has an address for DynamoDB. */
    final class Simulated implements ChangeListener {
        LeaseHost host;
        boolean resolves = true;
        boolean down;
        int launched;
        int carriedOut;
        private final Instant[] free;
        private final @Nullable Slot[] slots;
        private final PriorityQueue<Slot> ends = new PriorityQueue<>(Comparator.comparing(Slot::end));
        private final Map<DropletId, LeaseRecord> table = new TreeMap<>(Comparator.comparing(DropletId::slot));
        private final int number;
        private final Hypothesis hypothesis;
        private SplittableRandom chance;

        Simulated(int number, long seed, Hypothesis hypothesis, boolean leased) {
            this.number = number;
            this.hypothesis = hypothesis;
            this.chance = new SplittableRandom(seed);
            LeaseParameters p = ShippedSettings.leaseParameters();
            host = process();
            host.start(at(now));
            free = new Instant[p.workers()];
            slots = new Slot[p.workers()];
            Arrays.fill(free, at(now));
            if (leased) {
                host.goOn();
            }
            for (int slot = 0; leased && slot < p.droplets(); slot++) {
                host.recallLease(slot, at(now + 20 + chance.nextDouble() * 140));
            }
        }

        private LeaseHost process() {
            LeaseParameters p = ShippedSettings.leaseParameters();
            ServiceTimes drawn = new LognormalServiceTimes(ShippedSettings.get().workVariation(), chance.split());
            ServiceTimes times =
                    mean -> Duration.ofNanos(Math.round(drawn.draw(mean).toNanos() * slowness));
            Policies policies = Policies.of(guards, hypothesis, p, at(now));
            return new LeaseHost(new HostSetup(number, p, policies, hypothesis, times, this, chance, at(now)));
        }

        /** {@code kill -9}: what it knew and had taken is gone; the table stays. */
        void kill() {
            down = true;
            ends.clear();
            Arrays.fill(slots, null);
        }

        /** A new process of the same host; it reads the table as soon as it can. */
        void boot(double minutes) {
            down = false;
            chance = chance.split();
            host = process();
            Arrays.fill(free, at(minutes));
            readBack(minutes, at(minutes));
            host.start(at(minutes));
        }

        private void readBack(double minutes, Instant started) {
            if (resolves) {
                RECALL.apply(List.copyOf(table.values()), holder(), started, at(minutes), host);
            } else {
                script(minutes + 0.25, () -> readBack(minutes + 0.25, started));
            }
        }

        private String holder() {
            return "dwfm-" + number;
        }

        /** The row is written when the work is taken, as in the service, whether it will be in time or not. */
        private void write(Assignment work) {
            DropletId droplet = work.work().droplet();
            boolean inTime = !work.plannedEnd().isAfter(work.deadline());
            LeaseClaim.Request request =
                    new LeaseClaim.Request(droplet, holder(), work.leaseUntil(), inTime, work.starting(), work.start());
            if (LeaseClaim.decide(Optional.ofNullable(table.get(droplet)), request) instanceof LeaseClaim.Write write) {
                table.put(droplet, write.next());
            }
        }

        void advance(Instant to) {
            if (down) {
                return;
            }
            take();
            for (Instant next = next(); !next.isAfter(to); next = next()) {
                Slot done = ends.peek();
                if (done != null && !done.end().isAfter(next)) {
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
            return done != null && done.end().isBefore(timer) ? done.end() : timer;
        }

        private void finish(Slot done) {
            slots[done.worker()] = null;
            free[done.worker()] = done.end();
            host.complete(done.work(), done.result(), done.end());
        }

        private void take() {
            for (int worker = 0; worker < slots.length; worker++) {
                Optional<Assignment> work = slots[worker] == null ? host.take(free[worker]) : Optional.empty();
                if (work.isPresent()) {
                    Slot slot = slot(worker, work.get());
                    slots[worker] = slot;
                    ends.add(slot);
                }
            }
        }

        private Slot slot(int worker, Assignment work) {
            if (resolves && !(work.work() instanceof Work.Change)) {
                write(work);
            }
            return resolves
                    ? new Slot(work.plannedEnd(), worker, work, new CheckResult.Confirmed())
                    : new Slot(
                            work.start().plus(IncidentClock.ofMinutes(failCost)),
                            worker,
                            work,
                            new CheckResult.Unresolved("NOERROR, ANSWER: 0"));
        }

        @Override
        public void launchFinished(String subject, boolean good) {
            if (good) {
                launched++;
            }
        }

        @Override
        public void carriedOut(String subject) {
            carriedOut++;
        }
    }

    RegionSimulator guard(GuardNames name) {
        name.in(guards).set(true);
        return this;
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
        for (int i = 0; i < HOSTS; i++) {
            Simulated host = hosts.get(i);
            script(minutes + extra.applyAsDouble(i), () -> host.resolves = true);
        }
        return this;
    }

    RegionSimulator outage(double minutes) {
        return outage(minutes, host -> 15.0 * (host + 1) / HOSTS);
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

    /** Minutes that a piece of work takes while the name has no address: no time, or a look-up's whole time-out. */
    RegionSimulator failingAfter(double minutes) {
        failCost = minutes;
        return this;
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
        for (int i = 0; i < HOSTS; i++) {
            double at = from + i * gap;
            Simulated host = hosts.get(i);
            script(at, () -> host.host.restart(at(at)));
        }
        return this;
    }

    /** {@code kill -9} of all hosts, and new processes for them so many minutes later. */
    RegionSimulator kill(double at, double boot) {
        script(at, () -> hosts.forEach(Simulated::kill));
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
                / (double) (HOSTS * ShippedSettings.leaseParameters().droplets());
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
