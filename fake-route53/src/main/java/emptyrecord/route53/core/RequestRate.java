package emptyrecord.route53.core;

import emptyrecord.kit.kernel.TokenBucket;
import java.time.InstantSource;

/** The account's request rate: a bucket that holds one second's worth, on the incident clock. Off at rate 0. Not thread-safe. */
public final class RequestRate {

    private static final int SECONDS_A_MINUTE = 60;

    private final InstantSource clock;
    private final boolean limited;
    private final TokenBucket bucket;

    /** @param perSecond requests per incident second, or 0 for no limit */
    public RequestRate(InstantSource clock, double perSecond) {
        this.clock = clock;
        this.limited = perSecond > 0;
        this.bucket = TokenBucket.full(SECONDS_A_MINUTE * perSecond, Math.max(1, perSecond), clock.instant());
    }

    /** Whether one more request may pass. */
    public boolean admit() {
        return !limited || bucket.tryTake(1, clock.instant());
    }
}
