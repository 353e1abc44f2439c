package emptyrecord.kit.events;

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

    private final Map<String, Bucket> buckets = new HashMap<>();

    private static final class Bucket {
        private double tokens = BURST;
        private Instant filled;
        private long keptBack;

        Bucket(Instant now) {
            filled = now;
        }
    }

    /** @return how many were kept back since the last that passed; empty if this one is to be kept back too */
    synchronized OptionalLong pass(String kind, Instant now) {
        Bucket bucket = buckets.computeIfAbsent(kind, k -> new Bucket(now));
        double more = (double) Duration.between(bucket.filled, now).toNanos() / EVERY.toNanos();
        bucket.tokens = Math.min(BURST, bucket.tokens + Math.max(0, more));
        bucket.filled = now;
        if (bucket.tokens < 1) {
            bucket.keptBack++;
            return OptionalLong.empty();
        }
        bucket.tokens -= 1;
        long keptBack = bucket.keptBack;
        bucket.keptBack = 0;
        return OptionalLong.of(keptBack);
    }
}
