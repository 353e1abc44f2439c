package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.queue.DropletChange;
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
    private final AtomicLong tries = new AtomicLong();

    /**
     * Limits of a placement.
     *
     * @param timeout incident time a caller waits for one
     * @param perDroplet instances that fit on a droplet
     */
    public record Limits(IncidentClock clock, Duration timeout, int perDroplet) {}

    /**
     * @param instance the id that its droplet knows it by
     * @param zone empty for any
     */
    record Wanted(String instance, String zone) {}

    private record Tried(DropletId droplet, Wanted wanted, DropletChange launch, CompletableFuture<Boolean> done) {}

    /** An instance that is on its droplet now. */
    record Placed(DropletId droplet, DropletChange launch) {}

    /**
     * Which of the wanted instances have a droplet, in the order asked for, and why others have not.
     *
     * @param placed at most one for each that was asked for
     */
    record Placements(List<Placed> placed, List<Ec2Exception> failures) {

        /** Why there are fewer than were asked for. */
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

    Placements place(List<Wanted> all) {
        List<Tried> tried = all.stream()
                .flatMap(w -> counted(tryOn(fleet.anyDroplet(w.zone()), w)).stream())
                .toList();
        List<Placed> placed = new ArrayList<>();
        List<Ec2Exception> failures = new ArrayList<>();
        for (Tried each : tried) {
            try {
                placed.add(carriedOut(each));
            } catch (Ec2Exception e) {
                failures.add(e);
            }
        }
        return new Placements(placed, failures);
    }

    /** The request that these belong to is not carried out, so nobody wants them: their droplets are to end them. */
    void undo(List<Placed> placed) {
        placed.forEach(each -> fleet.undo(each.droplet(), each.launch()));
    }

    /** A droplet workflow that misses its deadline is placed once more, elsewhere (our choice); then it is final. */
    private Placed carriedOut(Tried first) {
        if (inTime(first)) {
            return new Placed(first.droplet(), first.launch());
        }
        Tried second = counted(elsewhere(first)).orElseThrow(Placer::noCapacity);
        if (inTime(second)) {
            return new Placed(second.droplet(), second.launch());
        }
        tally.add(ApiOutcome.LAUNCH_TIMED_OUT);
        throw new Ec2Exception(
                Ec2Error.INTERNAL_ERROR,
                "An internal error has occurred: the launch timed out in the droplet workflow.");
    }

    private Optional<Tried> elsewhere(Tried first) {
        DropletId droplet = fleet.anyDroplet(first.wanted().zone());
        return droplet.equals(first.droplet()) ? Optional.empty() : tryOn(droplet, first.wanted());
    }

    private Optional<Tried> counted(Optional<Tried> tried) {
        if (tried.isEmpty()) {
            tally.add(ApiOutcome.LAUNCH_NO_CAPACITY);
        }
        return tried;
    }

    private Optional<Tried> tryOn(DropletId droplet, Wanted wanted) {
        if (store.on(droplet) >= limits.perDroplet()) {
            return Optional.empty();
        }
        String name = "launch " + wanted.instance() + " " + tries.incrementAndGet();
        DropletChange launch = new DropletChange(name, wanted.instance(), DropletChange.Kind.START);
        return trace.placed(droplet, launch, () -> fleet.launch(droplet, launch))
                .map(done -> new Tried(droplet, wanted, launch, done));
    }

    private boolean inTime(Tried tried) {
        long timeout = limits.clock().toReal(limits.timeout()).toNanos();
        try {
            return tried.done().get(timeout, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // a result that came at this moment counts: its instance is on the droplet
            return !fleet.forget(tried.droplet(), tried.launch())
                    && tried.done().join();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fleet.forget(tried.droplet(), tried.launch());
            return false;
        } finally {
            trace.forget(tried.launch());
        }
    }

    private static Ec2Exception noCapacity() {
        return new Ec2Exception(
                Ec2Error.INSUFFICIENT_CAPACITY,
                "We currently do not have sufficient capacity in the Availability Zone you requested:"
                        + " the droplet chosen has no valid lease or no room.");
    }
}
