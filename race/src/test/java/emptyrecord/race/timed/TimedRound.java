package emptyrecord.race.timed;

import java.time.Duration;
import java.util.Set;

/**
 * One round of the race.
 *
 * @param lostLocks acquisitions that enactor c loses in a row
 * @param watched incident time from the trigger on
 */
record TimedRound(long seed, ApiLatency latency, Set<String> guards, int lostLocks, Duration watched) {

    /** Eight lost locks, watched until the round is decided. */
    static TimedRound ofTheNight(long seed, ApiLatency latency, String... guards) {
        return new TimedRound(seed, latency, Set.of(guards), 8, Duration.ofMinutes(50));
    }
}
