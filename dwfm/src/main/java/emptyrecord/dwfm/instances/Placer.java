package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places instances on droplets, for a launch as for a start: each goes to a random one of the droplets that have a lease
 * (F50) and room ({@link PlacementIndex}), and is work in the queue of that droplet's host. The caller waits for it, at
 * most a little longer than a deadline.
 */
public final class Placer {

    private static final Logger log = LoggerFactory.getLogger(Placer.class);

    private final Fleet fleet;
    private final OpenSlots slots;
    private final InstanceStore store;
    private final Waiting waiting;
    private final ApiTally tally;
    private final LaunchTrace trace;
    private final AtomicLong number = new AtomicLong();

    /** @param timeout incident time a caller waits for one placement */
    public record Waiting(IncidentClock clock, Duration timeout) {}

    /**
     * @param instance the id that its droplet knows it by
     * @param zone empty for any
     */
    record Wanted(String instance, String zone) {}

    private record Aimed(Wanted wanted, Attempt attempt) {}

    private record Tried(Aimed aimed, CompletableFuture<Boolean> done) {}

    /**
     * Which of the wanted instances are on a droplet now, in the order asked for, and why others are not.
     *
     * @param placed at most one for each that was asked for
     */
    record Placements(List<Attempt> placed, List<Ec2Exception> failures) {

        /** Why there are fewer than were asked for. */
        Ec2Exception reason() {
            return failures.isEmpty() ? noCapacity() : failures.getFirst();
        }
    }

    public Placer(
            Fleet fleet, OpenSlots slots, InstanceStore store, Waiting waiting, ApiTally tally, LaunchTrace trace) {
        this.trace = trace;
        this.fleet = fleet;
        this.slots = slots;
        this.store = store;
        this.waiting = waiting;
        this.tally = tally;
    }

    IncidentClock clock() {
        return waiting.clock();
    }

    String zoneOf(DropletId droplet) {
        return fleet.shape().zone(droplet);
    }

    /** @throws Ec2Exception with InternalError if the table does not take the attempts; then no droplet has heard of them */
    Placements place(List<Wanted> all) {
        List<Aimed> aimed = all.stream().flatMap(w -> aim(w).stream()).toList();
        List<Ec2Exception> failures = new ArrayList<>();
        for (int missing = all.size() - aimed.size(); missing > 0; missing--) {
            failures.add(counted(ApiOutcome.LAUNCH_NO_CAPACITY, noCapacity()));
        }
        begin(aimed);
        List<Attempt> placed = new ArrayList<>();
        for (Tried each : aimed.stream().map(this::send).toList()) {
            try {
                placed.add(carriedOut(each));
            } catch (Ec2Exception e) {
                failures.add(e);
            }
        }
        return new Placements(placed, failures);
    }

    /** The request that these belong to is not carried out, so nobody wants them: their droplets are to end them. */
    void undo(List<Attempt> placed) {
        placed.stream().filter(store::giveUp).forEach(each -> fleet.undo(each.droplet(), each.onDroplet()));
    }

    /** A droplet workflow that misses its deadline is placed once more, elsewhere (our choice); then it is final. */
    private Attempt carriedOut(Tried first) {
        if (inTime(first)) {
            return first.aimed().attempt();
        }
        Aimed again =
                aim(first.aimed().wanted()).orElseThrow(() -> counted(ApiOutcome.LAUNCH_NO_CAPACITY, noCapacity()));
        begin(List.of(again));
        if (inTime(send(again))) {
            return again.attempt();
        }
        throw counted(
                ApiOutcome.LAUNCH_TIMED_OUT,
                new Ec2Exception(
                        Ec2Error.INTERNAL_ERROR,
                        "An internal error has occurred: the launch timed out in the droplet workflow."));
    }

    private Ec2Exception counted(ApiOutcome outcome, Ec2Exception failure) {
        tally.add(outcome);
        return failure;
    }

    private Optional<Aimed> aim(Wanted wanted) {
        Optional<Integer> zone = wanted.zone().isEmpty()
                ? Optional.empty()
                : Optional.of(fleet.shape().zones().indexOf(wanted.zone()));
        return slots.reserve(zone, fleet::canChange)
                .map(droplet -> Attempt.of(wanted.instance(), droplet, nextNumber()))
                .map(attempt -> new Aimed(wanted, attempt));
    }

    /** Beyond those of attempts that an earlier process left. */
    private long nextNumber() {
        return number.updateAndGet(last -> 1
                + (last > 0
                        ? last
                        : store.attempts().stream()
                                .mapToLong(Attempt::number)
                                .max()
                                .orElse(0)));
    }

    private void begin(List<Aimed> aimed) {
        List<Attempt> attempts = aimed.stream().map(Aimed::attempt).toList();
        try {
            if (!attempts.isEmpty()) {
                store.begin(attempts);
            }
        } catch (RuntimeException e) {
            attempts.stream().filter(a -> !store.isOpen(a)).forEach(a -> slots.released(a.droplet()));
            aimed.forEach(each -> tally.add(ApiOutcome.LAUNCH_INTERNAL_ERROR));
            throw refusal(e);
        }
    }

    /** A defect too must not keep the other placements of the request from their end. */
    private static Ec2Exception refusal(RuntimeException e) {
        if (e instanceof Ec2Exception refusal) {
            return refusal;
        }
        log.atError().setCause(e).log("attempts could not be recorded");
        return new Ec2Exception(
                Ec2Error.INTERNAL_ERROR, "An internal error has occurred: the launch could not be recorded.");
    }

    private Tried send(Aimed aimed) {
        Attempt attempt = aimed.attempt();
        Optional<CompletableFuture<Boolean>> queued = trace.placed(
                attempt.droplet(), attempt.onDroplet(), () -> fleet.launch(attempt.droplet(), attempt.onDroplet()));
        return new Tried(aimed, queued.orElseGet(Placer::neverQueued));
    }

    /** Its lease has run out since, or its host's queue takes nothing. The host has it settled. */
    private static CompletableFuture<Boolean> neverQueued() {
        return CompletableFuture.completedFuture(false);
    }

    /** One that is not done in time leaves its droplet in doubt, until the host has settled what is on it. */
    private boolean inTime(Tried tried) {
        boolean good = awaited(tried);
        trace.forget(tried.aimed().attempt().onDroplet());
        if (!good) {
            var unused = store.giveUp(tried.aimed().attempt());
        }
        return good;
    }

    private boolean awaited(Tried tried) {
        Attempt attempt = tried.aimed().attempt();
        long timeout = waiting.clock().toReal(waiting.timeout()).toNanos();
        try {
            return tried.done().get(timeout, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // a result that came at this moment counts: its instance is on the droplet
            return !fleet.forget(attempt.droplet(), attempt.onDroplet())
                    && tried.done().join();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            undoIfDone(tried);
            return false;
        }
    }

    /** Its caller is interrupted and wants nothing any more; the launch may have succeeded at this moment. */
    private void undoIfDone(Tried tried) {
        Attempt attempt = tried.aimed().attempt();
        if (!fleet.forget(attempt.droplet(), attempt.onDroplet())
                && tried.done().join()) {
            undo(List.of(attempt));
        }
    }

    private static Ec2Exception noCapacity() {
        return new Ec2Exception(
                Ec2Error.INSUFFICIENT_CAPACITY,
                "We currently do not have sufficient capacity in the Availability Zone you requested:"
                        + " no droplet with a valid lease has room.");
    }
}
