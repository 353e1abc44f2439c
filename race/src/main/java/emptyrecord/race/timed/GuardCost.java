package emptyrecord.race.timed;

import emptyrecord.enactor.core.EnactorObserver.Skip;
import java.time.Duration;
import java.util.Set;

/**
 * The cost of a guard while nothing is wrong: the same seeded days with it and without it.
 *
 * @param guard the only one that was on; {@code none} is the night
 * @param median incident time from a plan's writing until customers are sent to it, half of all plans
 * @param slowest the same, 99 of 100
 * @param medianAge of the active plan, half of the time; its view of the load balancers is as old
 * @param oldestAge the same, 99 of 100 looks
 * @param callsPerHour to Route 53, all enactors
 * @param refusedPerDay flips that Route 53 refused
 * @param skippedPerDay endpoints left unchanged: given up, or the plan not newer under lock or fence
 * @param incompletePerDay passes that ended without a clean-up
 * @param trees in the regional zone at the end
 * @param acted how often the guard acted
 */
public record GuardCost(
        String guard,
        Duration median,
        Duration slowest,
        Duration medianAge,
        Duration oldestAge,
        double callsPerHour,
        double refusedPerDay,
        double skippedPerDay,
        double incompletePerDay,
        int trees,
        long acted) {

    /** @param days long enough for at least one plan to go live */
    public static GuardCost of(String guard, long seed, ApiLatency latency, long days) {
        boolean night = guard.equals("none");
        TimedRegion region = TimedRegion.steady(seed, latency, night ? Set.of() : Set.of(guard));
        long callsBefore = region.calls();
        region.run(Duration.ofDays(days));
        Log log = region.log();
        long skipped =
                log.skipped(Skip.STALE_AT_FENCE) + log.skipped(Skip.STALE_AT_RECHECK) + log.skipped(Skip.TRIES_USED_UP);
        return new GuardCost(
                guard,
                log.delay(0.5),
                log.delay(0.99),
                log.age(0.5),
                log.age(0.99),
                (double) (region.calls() - callsBefore) / Duration.ofDays(days).toHours(),
                (double) log.flipsRefused() / days,
                (double) skipped / days,
                (double) log.incompletePasses() / days,
                region.trees(),
                night ? 0 : region.guard(guard).timesActed());
    }
}
