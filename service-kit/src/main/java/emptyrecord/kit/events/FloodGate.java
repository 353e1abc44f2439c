package emptyrecord.kit.events;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.kernel.TokenBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Lets a flood of events of one kind through at a bounded pace, a token bucket for each kind. It counts the events that
 * it keeps back until the next one that passes reports them.
 */
final class FloodGate {

    /** Events of a kind at once; our choice, more than a person or the region's own services cause. */
    static final int BURST = 100;

    /** Real time after which one more may pass. */
    static final Duration EVERY = Duration.ofMillis(100);

    private static final double PER_MINUTE = 1 / IncidentClock.toMinutes(EVERY);

    private final Map<String, Bucket> buckets = new HashMap<>();

    private static final class Bucket {
        private final TokenBucket tokens;
        private long keptBack;

        Bucket(Instant now) {
            tokens = TokenBucket.full(PER_MINUTE, BURST, now);
        }
    }

    /** @return how many were kept back since the last that passed; empty if this one is to be kept back too */
    synchronized OptionalLong pass(String kind, Instant now) {
        Bucket bucket = buckets.computeIfAbsent(kind, k -> new Bucket(now));
        if (!bucket.tokens.tryTake(1, now)) {
            bucket.keptBack++;
            return OptionalLong.empty();
        }
        long keptBack = bucket.keptBack;
        bucket.keptBack = 0;
        return OptionalLong.of(keptBack);
    }
}
