package emptyrecord.race.timed;

import java.time.Duration;
import java.util.Set;

/**
 * The race with no fault injected: how often lock contention and slow Route 53 changes alone make an enactor fall
 * behind by more than the clean-up age, and the result. Simulated in incident time; the same seed gives the same days.
 */
public final class Organic {

    private static final long DAYS_PER_MONTH = 30;

    private Organic() {}

    /**
     * The results of so many days.
     *
     * @param latency how slow AWS's own waits were, and whose
     * @param plans written
     * @param lostLocks acquisitions lost to another enactor
     * @param lostInARow most of them in a row
     * @param furthestBehind most generations that a flipped plan was behind the newest one
     * @param staleFlips flips from a newer plan to an older one
     * @param behindEnough flips of a plan that a clean-up would delete
     * @param emptied endpoints that were left without addresses
     */
    public record Days(
            ApiLatency latency,
            long seed,
            long days,
            long plans,
            long lostLocks,
            int lostInARow,
            long furthestBehind,
            long staleFlips,
            long behindEnough,
            int emptied) {

        public double perMonth(long count) {
            return (double) count * DAYS_PER_MONTH / days;
        }
    }

    public static Days simulate(long seed, ApiLatency latency, long days) {
        TimedRegion region = new TimedRegion(seed, latency, Set.of(), LockLoss.NONE);
        region.run(Duration.ofDays(days));
        Log log = region.log();
        return new Days(
                latency,
                seed,
                days,
                region.newestPlan().value(),
                log.lostLocks(),
                log.lostInARow(),
                log.furthestBehind(),
                log.staleFlips(),
                log.behindEnough(),
                region.emptySince().size());
    }
}
