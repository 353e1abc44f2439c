package emptyrecord.route53.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The account's request rate: a bucket that holds one second's worth, on the incident clock. Off at rate 0. Not thread-safe. */
public final class RequestRate {

    private final InstantSource clock;
    private final double perSecond;
    private final double capacity;
    private double tokens;
    private Instant last;

    /** @param perSecond requests per incident second, or 0 for no limit */
    public RequestRate(InstantSource clock, double perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.capacity = Math.max(1, perSecond);
        this.tokens = capacity;
        this.last = clock.instant();
    }

    /** Whether one more request may pass. */
    public boolean admit() {
        if (perSecond <= 0) {
            return true;
        }
        Instant now = clock.instant();
        tokens = Math.min(
                capacity, tokens + perSecond * Duration.between(last, now).toNanos() / 1e9);
        last = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
