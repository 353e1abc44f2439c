package emptyrecord.dwfm.client;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Turns for the pages in which starting hosts read the lease table back: one each 20 ms of real time for all hosts of
 * the process together (our choice). So a restart costs DynamoDB at most 50 calls a second, however many hosts and
 * droplets there are, and at most one call a host at a time. The front end has one of its own, for what DynamoDB leaves
 * out of a page of instances.
 */
public final class ReadPace {

    static final Duration BETWEEN = Duration.ofMillis(20);

    /** Three thousand hosts in front of one; nobody waits so long. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final RateLimiter turns;

    public ReadPace() {
        this(System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime} */
    ReadPace(LongSupplier nanoTime) {
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(BETWEEN)
                .timeoutDuration(LONGEST)
                .build();
        this.turns = RateLimiter.of("read-pace", config, nanoTime::getAsLong);
    }

    /** Takes the next turn; how long it is until then. */
    Duration take() {
        return Duration.ofNanos(turns.reservePermission());
    }

    /** @throws IllegalStateException if the service ends meanwhile, or too many wait already */
    void awaitTurn() {
        try {
            RateLimiter.waitForPermission(turns);
        } catch (RequestNotPermitted e) {
            throw new IllegalStateException("no turn to read a table within " + LONGEST, e);
        }
    }
}
