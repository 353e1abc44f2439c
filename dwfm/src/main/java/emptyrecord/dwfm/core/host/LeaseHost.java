package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.limit.Throttle;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.core.queue.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One DWFM host (F50): it manages a set of droplets, checks each every few minutes, holds a lease on each and
 * re-establishes lapsed leases. All its work goes through one queue and a few workers.
 *
 * <p>It is a state machine without threads: {@link #advance} runs what is due, {@link #take} hands out work, {@link #complete}
 * takes the result back. The same object runs in the service and in the simulator.
 *
 * Failure mode: with more than about a fifth of the leases lapsed, the attempts of one deadline take longer than the
 * deadline. Every time-out queues another, and the queue only serves work that is already late. No lease is made any
 * more although DynamoDB is well (F11). Restarting drops the queue, throttling keeps it short; only both together help
 * (F12, F53).
 *
 * Until it has once kept all its droplets it {@link StartUp starts}, at a limited pace.
 */
public final class LeaseHost {

    private final Host host;
    private final Throttle throttle;
    private final Blocks blocks;
    private final Attempts attempts;
    private final StartUp startUp;
    private final Changes changes;
    private final WorkDispatch dispatch;
    private final Judge judge;

    public LeaseHost(HostSetup setup) {
        this.host = new Host(setup);
        this.throttle = new Throttle(setup.parameters(), setup.policies().throttles(), setup.made());
        this.blocks = new Blocks(host, throttle);
        this.attempts = new Attempts(host, throttle, blocks);
        this.startUp = new StartUp(host, attempts);
        this.changes = new Changes(host);
        this.dispatch = new WorkDispatch(host, changes, startUp, blocks);
        this.judge = new Judge(host, changes, startUp, blocks);
    }

    /** Works by another wiring from now on. Work in progress ends as it began; members of a block are left to the next ticks. */
    public void wire(Wiring wiring) {
        host.wiring = wiring;
        if (wiring.blockSize() == 0) {
            blocks.release();
        }
    }

    public Wiring wiring() {
        return host.wiring;
    }

    /** Pieces of work that it does at a time, by its wiring. */
    public int workers() {
        return host.wiring.workers(host.parameters());
    }

    /** Starts ticking, each droplet at its own phase of the interval. Nothing happens before. */
    public void start(Instant now) {
        changes.start(now);
        startUp.amiss(now);
        for (Droplet droplet : host.droplets) {
            Duration phase = host.between(Duration.ZERO, host.parameters().interval());
            host.agenda.at(now.plus(phase), due -> tick(droplet, due));
        }
        scheduleLoss(now);
    }

    /** When {@link #advance} next has work. */
    public Optional<Instant> nextDue() {
        return host.agenda.nextDue();
    }

    /** Runs everything that is due by {@code now}, each at its own instant. */
    public void advance(Instant now) {
        host.agenda.advance(now);
    }

    /**
     * The next piece of work for a worker.
     *
     * @param free when the worker became free; work that arrived later starts when it arrived
     */
    public Optional<Assignment> take(Instant free) {
        return dispatch.take(free);
    }

    /**
     * The work was done.
     *
     * @param end when the droplet's answer came, or the failure
     */
    public void complete(Assignment done, CheckResult result, Instant end) {
        if (done.incarnation() != host.incarnation) {
            host.tally.add(Counted.WORK_DISCARDED);
            changes.discarded(done.work(), result, end);
            return;
        }
        host.inFlight--;
        judge.judge(done, result, end);
    }

    /** Queues a launch; false if it cannot be tried here now. The listener receives the outcome. */
    public boolean launch(int slot, DropletChange launch, Instant now) {
        return changes.launch(droplet(slot), launch, now);
    }

    /** Accepts an order; it is carried out when the droplet's lease allows, and then the listener is called. */
    public void order(int slot, DropletChange order, Instant now) {
        changes.order(droplet(slot), order, now);
    }

    /** Ends what a launch has put on the droplet: it is not wanted after all. */
    public void undo(int slot, DropletChange launch, Instant now) {
        changes.undo(droplet(slot), launch, now);
    }

    /** Whether a change on the droplet can start: its lease is held and the host is not away. */
    public boolean canChange(int slot, Instant now) {
        return !host.away(now) && droplet(slot).holds(now);
    }

    /** The lease table shows that this host holds the droplet's lease until then. */
    public void recallLease(int slot, Instant until) {
        Droplet droplet = droplet(slot);
        if (until.isAfter(droplet.leasedUntil)) {
            host.leased(droplet, until);
        }
    }

    /** The droplet was in service before this process started, and has no lease now: it is broken, not fresh. */
    public void recallLapsed(int slot) {
        droplet(slot).commissioned = true;
    }

    /** This process continues where an earlier one was killed at work: it does not start, so nothing is paced. */
    public void goOn() {
        startUp.end();
    }

    /** The operators' throttle (F12). */
    public void throttle(double share, Instant now) {
        throttle.set(share, now);
    }

    public void clearThrottle() {
        throttle.clear();
    }

    /** Drops queue and work in flight and takes the host away for a while; its knowledge of leases stays. */
    public void restart(Instant now) {
        leaveUntil(now.plus(host.parameters().away()));
    }

    /** Like {@link #restart}, but it stays away until {@link #restart} or {@link #leaveUntil}. */
    public void leaveUntil(Instant back) {
        host.tally.add(Counted.WORK_DISCARDED, host.waiting());
        host.incarnation++;
        List<Work> dropped = List.copyOf(host.queue);
        host.queue.clear();
        dropped.forEach(changes::droppedByRestart);
        host.writes.clear();
        blocks.forgetWork();
        host.inFlight = 0;
        startUp.forgetWork();
        Arrays.stream(host.droplets).forEach(Droplet::forgetWork);
        host.awayUntil = back;
    }

    public int queueLength() {
        return host.waiting();
    }

    public HostSnapshot snapshot(Instant now) {
        Work oldest = host.queue.peekFirst();
        return new HostSnapshot(
                host.setup.number(),
                host.droplets.length,
                host.held(now),
                host.waiting(),
                oldest == null || oldest.queuedAt().isAfter(now)
                        ? Duration.ZERO
                        : Duration.between(oldest.queuedAt(), now),
                host.inFlight,
                host.away(now),
                startUp.over() ? OptionalDouble.empty() : OptionalDouble.of(startUp.limit()),
                throttle.share(),
                changes.parked(),
                host.tally.copy());
    }

    private void tick(Droplet droplet, Instant now) {
        host.agenda.at(now.plus(host.parameters().interval()), due -> tick(droplet, due));
        if (host.away(now)) {
            startUp.amiss(now);
        } else if (!startUp.over()) {
            startUp.tick(droplet, now);
        } else if (droplet.holds(now)) {
            var unused = host.check(droplet, now);
        } else {
            attempts.lapsed(droplet, now);
        }
    }

    /** Now and then a droplet loses its lease by itself: a reboot, a repair. */
    private void scheduleLoss(Instant now) {
        double perMinute = host.parameters().lossPerMinute() * host.droplets.length;
        if (perMinute > 0) {
            double minutes = -Math.log1p(-host.chance().nextDouble()) / perMinute;
            host.agenda.at(now.plusNanos(Math.round(minutes * 6e10)), this::loseOne);
        }
    }

    private void loseOne(Instant now) {
        Droplet droplet = host.droplets[host.chance().nextInt(host.droplets.length)];
        if (droplet.holds(now)) {
            droplet.leasedUntil = now;
        }
        scheduleLoss(now);
    }

    private Droplet droplet(int slot) {
        return host.droplets[slot];
    }
}
