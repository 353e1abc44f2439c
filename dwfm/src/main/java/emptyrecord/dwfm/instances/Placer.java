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
 * Places instances on droplets, for a launch as for a start: each goes to a random droplet of its zone and is work in the
 * queue of that droplet's host; it needs the droplet's lease (F50) and room. The caller waits for it, at most a little
 * longer than a deadline.
 */
public final class Placer {

    private final Fleet fleet;
    private final InstanceStore store;
    private final Limits limits;
    private final ApiTally tally;
    private final LaunchTrace trace;
    private final AtomicLong subjects = new AtomicLong();

    /**
     * Limits of a placement.
     *
     * @param timeout incident time a caller waits for one
     * @param perDroplet instances that fit on a droplet
     */
    public record Limits(IncidentClock clock, Duration timeout, int perDroplet) {}

    private record Tried(DropletId droplet, String zone, String subject, CompletableFuture<Boolean> done) {}

    /**
     * The droplets that have done their part, in the order asked for, and why others have not.
     *
     * @param droplets at most one for each zone asked for
     */
    record Placements(List<DropletId> droplets, List<Ec2Exception> failures) {

        /** Why there are fewer droplets than were asked for. */
        Ec2Exception reason() {
            return failures.isEmpty() ? noCapacity() : failures.getFirst();
        }
    }

    public Placer(Fleet fleet, InstanceStore store, Limits limits, ApiTally tally, LaunchTrace trace) {
        this.trace = trace;
        this.fleet = fleet;
        this.store = store;
        this.limits = limits;
        this.tally = tally;
    }

    IncidentClock clock() {
        return limits.clock();
    }

    String zoneOf(DropletId droplet) {
        return fleet.shape().zone(droplet);
    }

    /** @param zones one for each instance; empty for any */
    Placements place(List<String> zones) {
        List<Tried> tried =
                zones.stream().flatMap(z -> counted(tryOne(z)).stream()).toList();
        List<DropletId> done = new ArrayList<>();
        List<Ec2Exception> failures = new ArrayList<>();
        for (Tried each : tried) {
            try {
                done.add(carriedOut(each));
            } catch (Ec2Exception e) {
                failures.add(e);
            }
        }
        return new Placements(done, failures);
    }

    /** A droplet workflow that misses its deadline is placed once more, elsewhere (our choice); then it is final. */
    private DropletId carriedOut(Tried first) {
        if (inTime(first)) {
            return first.droplet();
        }
        Tried second = counted(tryOne(first.zone())).orElseThrow(Placer::noCapacity);
        if (inTime(second)) {
            return second.droplet();
        }
        tally.add(ApiOutcome.LAUNCH_TIMED_OUT);
        throw new Ec2Exception(
                Ec2Error.INTERNAL_ERROR,
                "An internal error has occurred: the launch timed out in the droplet workflow.");
    }

    private Optional<Tried> counted(Optional<Tried> tried) {
        if (tried.isEmpty()) {
            tally.add(ApiOutcome.LAUNCH_NO_CAPACITY);
        }
        return tried;
    }

    private Optional<Tried> tryOne(String zone) {
        DropletId droplet = fleet.anyDroplet(zone);
        if (store.on(droplet) >= limits.perDroplet()) {
            return Optional.empty();
        }
        String subject = "launch-" + subjects.incrementAndGet();
        return trace.placed(droplet, subject, () -> fleet.launch(droplet, subject))
                .map(done -> new Tried(droplet, zone, subject, done));
    }

    private boolean inTime(Tried tried) {
        long timeout = limits.clock().toReal(limits.timeout()).toNanos();
        try {
            return tried.done().get(timeout, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            fleet.forget(tried.droplet(), tried.subject());
            trace.forget(tried.subject());
        }
    }

    private static Ec2Exception noCapacity() {
        return new Ec2Exception(
                Ec2Error.INSUFFICIENT_CAPACITY,
                "We currently do not have sufficient capacity in the Availability Zone you requested:"
                        + " the droplet chosen has no valid lease or no room.");
    }
}
