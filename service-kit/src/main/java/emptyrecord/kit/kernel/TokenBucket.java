package emptyrecord.kit.kernel;

import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket: {@code tokens = min(capacity, tokens + rate * time)}; one permission costs one token. Not thread-safe. */
public final class TokenBucket {

    private final double perMinute;
    private final double capacity;
    private double tokens;
    private Instant filledAt;

    /**
     * @param perMinute tokens that flow in per minute of the time that callers pass in
     * @param capacity tokens that fit
     * @param tokens tokens at the start, as far as they fit
     */
    public TokenBucket(double perMinute, double capacity, double tokens, Instant now) {
        if (!(perMinute >= 0 && perMinute < 1e9)) {
            throw new IllegalArgumentException("a rate must not be negative, not " + perMinute);
        }
        this.perMinute = perMinute;
        this.capacity = capacity;
        this.tokens = Math.min(tokens, capacity);
        this.filledAt = now;
    }

    public static TokenBucket full(double perMinute, double capacity, Instant now) {
        return new TokenBucket(perMinute, capacity, capacity, now);
    }

    /** Takes that many tokens, or none if there are fewer. */
    public boolean tryTake(int wanted, Instant now) {
        if (tokens(now) < wanted) {
            return false;
        }
        tokens -= wanted;
        return true;
    }

    /** Puts tokens in from outside, as far as they fit. */
    public void add(double more, Instant now) {
        tokens = Math.min(capacity, tokens(now) + more);
    }

    /** The tokens there are now. A clock that steps back neither fills nor empties the bucket. */
    public double tokens(Instant now) {
        if (now.isAfter(filledAt)) {
            double minutes = IncidentClock.toMinutes(Duration.between(filledAt, now));
            tokens = Math.min(capacity, tokens + minutes * perMinute);
            filledAt = now;
        }
        return tokens;
    }

    public double perMinute() {
        return perMinute;
    }
}
