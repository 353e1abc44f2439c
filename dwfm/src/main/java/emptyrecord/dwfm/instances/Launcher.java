package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * RunInstances: each instance goes to a random droplet and is work in the queue of that droplet's host; it needs the
 * droplet's lease (F50). The caller waits for it, at most a little longer than a deadline.
 */
public final class Launcher {

    private final Fleet fleet;
    private final InstanceStore store;
    private final Outbox outbox;
    private final RequestLimit limit;
    private final Prerequisites prerequisites;
    private final LaunchTimes times;
    private final ApiTally tally;
    private final AtomicLong subjects = new AtomicLong();
    private final ClientTokens tokens;
    private final LaunchTrace trace;

    /**
     * Limits of a launch.
     *
     * @param timeout incident time a caller waits for one launch
     * @param perDroplet instances that fit on a droplet
     */
    public record LaunchTimes(IncidentClock clock, Duration timeout, int perDroplet) {}

    private record Placed(DropletId droplet, String subject, CompletableFuture<Boolean> done) {}

    public Launcher(
            Fleet fleet,
            InstanceStore store,
            Outbox outbox,
            RequestLimit limit,
            Prerequisites prerequisites,
            LaunchTimes times,
            ApiTally tally,
            LaunchTrace trace) {
        this.trace = trace;
        this.fleet = fleet;
        this.store = store;
        this.outbox = outbox;
        this.limit = limit;
        this.prerequisites = prerequisites;
        this.times = times;
        this.tally = tally;
        this.tokens = new ClientTokens(store);
    }

    /**
     * Launches at least {@code min} and at most {@code max} instances; a repeated client token gives the first answer.
     *
     * @throws Ec2Exception with EC2's code
     */
    public List<Instance> launch(LaunchSpec spec) {
        return tokens.once(spec.token(), () -> trace.launch(() -> launchNow(spec)));
    }

    /** The instances appear together, once enough droplets have done their part; until then there are none. */
    private List<Instance> launchNow(LaunchSpec spec) {
        counted(ApiOutcome.LAUNCH_LIMITED, spec, () -> limit.admitLaunch(spec));
        counted(ApiOutcome.LAUNCH_INTERNAL_ERROR, spec, prerequisites::check);
        int count = Math.min(spec.max(), store.roomFor(spec));
        counted(ApiOutcome.LAUNCH_NO_ROOM, spec, () -> refuseUnlessRoom(count, spec));
        List<Ec2Exception> failures = new ArrayList<>();
        List<DropletId> done = new ArrayList<>();
        for (Placed each : place(count, spec)) {
            try {
                done.add(carriedOut(each, spec));
            } catch (Ec2Exception e) {
                failures.add(e);
            }
        }
        if (done.size() < spec.min()) {
            throw failures.isEmpty() ? noCapacity() : failures.getFirst();
        }
        return started(done, spec);
    }

    /** A droplet workflow that misses its deadline is placed once more, elsewhere (our choice); then it is final. */
    private DropletId carriedOut(Placed first, LaunchSpec spec) {
        if (inTime(first)) {
            return first.droplet();
        }
        Placed second = placeOne(spec).orElseThrow(() -> {
            tally.add(ApiOutcome.LAUNCH_NO_CAPACITY);
            return noCapacity();
        });
        if (inTime(second)) {
            return second.droplet();
        }
        tally.add(ApiOutcome.LAUNCH_TIMED_OUT);
        throw timedOut();
    }

    private List<Instance> started(List<DropletId> droplets, LaunchSpec spec) {
        List<Instance> launched =
                store.add(droplets, fleet.shape()::zone, spec, times.clock().instant());
        launched.forEach(outbox::launched);
        launched.forEach(instance -> tally.add(ApiOutcome.LAUNCH_SUCCEEDED));
        return launched;
    }

    private static void refuseUnlessRoom(int count, LaunchSpec spec) {
        if (count < spec.min()) {
            throw new Ec2Exception(
                    Ec2Error.INSTANCE_LIMIT_EXCEEDED,
                    "You have requested more instances (" + spec.min() + ") than the " + count
                            + " that this region still has room for; terminate some. Terminated ones count until they"
                            + " are forgotten.");
        }
    }

    private void counted(ApiOutcome outcome, LaunchSpec spec, Runnable gate) {
        try {
            gate.run();
        } catch (Ec2Exception e) {
            for (int i = 0; i < spec.max(); i++) {
                tally.add(outcome);
            }
            throw e;
        }
    }

    private List<Placed> place(int count, LaunchSpec spec) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            placeOne(spec).ifPresentOrElse(placed::add, () -> tally.add(ApiOutcome.LAUNCH_NO_CAPACITY));
        }
        return placed;
    }

    private Optional<Placed> placeOne(LaunchSpec spec) {
        DropletId droplet = fleet.anyDroplet(spec.zone());
        if (store.on(droplet) >= times.perDroplet()) {
            return Optional.empty();
        }
        String subject = "launch-" + subjects.incrementAndGet();
        return trace.placed(droplet, subject, () -> fleet.launch(droplet, subject))
                .map(done -> new Placed(droplet, subject, done));
    }

    private boolean inTime(Placed placed) {
        long timeout = times.clock().toReal(times.timeout()).toNanos();
        try {
            return placed.done().get(timeout, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            fleet.forget(placed.droplet(), placed.subject());
            trace.forget(placed.subject());
        }
    }

    private static Ec2Exception noCapacity() {
        return new Ec2Exception(
                Ec2Error.INSUFFICIENT_CAPACITY,
                "We currently do not have sufficient capacity in the Availability Zone you requested:"
                        + " the droplet chosen has no valid lease or no room.");
    }

    private static Ec2Exception timedOut() {
        return new Ec2Exception(
                Ec2Error.INTERNAL_ERROR,
                "An internal error has occurred: the launch timed out in the droplet workflow.");
    }
}
