package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.call.Breaker;
import emptyrecord.dwfm.core.call.BreakerRule;
import emptyrecord.dwfm.core.call.CallGuard;
import emptyrecord.dwfm.core.call.CountedPlaces;
import emptyrecord.dwfm.core.call.CountingBreaker;
import emptyrecord.dwfm.core.call.Places;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The guards around a simulated host's calls, pure and in the order that {@code HostGuards} gives them in the service: places,
 * the table's breaker, the droplets' breaker, the time limit.
 */
final class SimulatedGuards {

    private final RegionSimulator region;
    private final Guards guards;
    private final Breaker dynamo;
    private final Breaker droplets;
    private final Places places;
    private Instant now = Instant.MIN;

    /**
     * A call as it will have been.
     *
     * @param over to be run when it is over
     */
    record Call(Duration takes, CheckResult result, List<Runnable> over) {

        static Call of(Duration takes, CheckResult result) {
            return new Call(takes, result, List.of());
        }

        Call but(CheckResult other) {
            return new Call(takes, other, over);
        }

        Call then(Runnable more) {
            List<Runnable> all = new ArrayList<>(over);
            all.add(more);
            return new Call(takes, result, all);
        }
    }

    SimulatedGuards(RegionSimulator region, LeaseParameters p) {
        this.region = region;
        this.guards = region.guards;
        this.dynamo = new CountingBreaker(BreakerRule.of(p), () -> now);
        this.droplets = new CountingBreaker(BreakerRule.of(p), () -> now);
        this.places = new CountedPlaces(CountedPlaces.of(p));
        for (CallGuard each : CallGuard.values()) {
            var unused = each.in(guards);
        }
    }

    /** Time does not go back, even if a worker starts work in its past. */
    void at(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    Call around(Assignment work, Supplier<Call> claim, Supplier<Call> handshake) {
        at(work.start());
        Guard guard = CallGuard.HANDSHAKE_BULKHEAD.in(guards);
        if (!guard.on() || !needsPlace(work.work())) {
            return both(claim, handshake);
        }
        return places.enter() ? both(claim, handshake).then(places::leave) : kept(guard);
    }

    /** Of a call to the table alone. The droplets' guards are not played where a gateway is before them. */
    Call aroundTable(Assignment work, Supplier<Call> claim) {
        at(work.start());
        return breaking(CallGuard.DYNAMO_BREAKER.in(guards), dynamo, claim);
    }

    private static boolean needsPlace(Work work) {
        return work instanceof Work.Establishment attempt && !attempt.commissioning();
    }

    private Call both(Supplier<Call> claim, Supplier<Call> handshake) {
        Call table = breaking(CallGuard.DYNAMO_BREAKER.in(guards), dynamo, claim);
        if (!(table.result() instanceof CheckResult.Confirmed)) {
            return table;
        }
        table.over().forEach(Runnable::run);
        return breaking(CallGuard.DROPLET_BREAKER.in(guards), droplets, () -> limited(handshake.get()));
    }

    private Call breaking(Guard guard, Breaker breaker, Supplier<Call> call) {
        if (!guard.on()) {
            return call.get();
        }
        if (!breaker.permits()) {
            return kept(guard);
        }
        Call made = call.get();
        return made.then(() -> breaker.ended(made.result() instanceof CheckResult.Confirmed, made.takes()));
    }

    private Call limited(Call handshake) {
        Guard guard = CallGuard.TIME_LIMITER.in(guards);
        if (!guard.on() || !region.timeLimit.cuts(handshake.takes())) {
            return handshake;
        }
        guard.acted();
        return Call.of(region.timeLimit.most(), new CheckResult.Unreachable("given up"));
    }

    private static Call kept(Guard guard) {
        guard.acted();
        return Call.of(Duration.ZERO, new CheckResult.NotTried(guard.name()));
    }
}
