package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.limit.RateLimit;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.time.Instant;

/**
 * resilience4j's RateLimiter, driven by the host's planned time: the library takes a source of nanoseconds, which here is the
 * time of the question. Asked under the host's lock; metrics read it from any thread.
 */
public final class LibraryRateLimit implements RateLimit {

    private final Instant start;
    private final RateLimiter limiter;
    private volatile long nanos;

    /** In the registry it takes the place of the one of the same name: the library cannot change a cycle's length. */
    public LibraryRateLimit(String name, Rate rate, Placing placing) {
        this.start = placing.now();
        RateLimiterConfig config = config(rate);
        this.limiter = RateLimiter.of(name, config, this::nanos);
        limiter.drainPermissions();
        // a registry takes a limit with a time of its own only in the place of another
        var before = placing.registry().rateLimiter(name, config);
        var replaced = placing.registry().replace(before.getName(), limiter);
    }

    /**
     * Where a limit is put.
     *
     * @param now its first cycle begins
     */
    public record Placing(RateLimiterRegistry registry, Instant now) {}

    private static RateLimiterConfig config(Rate rate) {
        return RateLimiterConfig.custom()
                .limitForPeriod(rate.permissions())
                .limitRefreshPeriod(rate.cycle())
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    private long nanos() {
        return nanos;
    }

    @Override
    public boolean admits(Instant now) {
        nanos = Math.max(nanos, Duration.between(start, now).toNanos());
        return limiter.acquirePermission();
    }
}
