package emptyrecord.dwfm.resilience;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;

/** resilience4j's parts of this process by name, for example {@code dwfm-1.dynamo}; each has its own configuration. */
public record Registries(
        CircuitBreakerRegistry breakers,
        BulkheadRegistry bulkheads,
        RateLimiterRegistry limiters,
        RetryRegistry retries,
        TimeLimiterRegistry timeLimiters) {

    public static Registries empty() {
        return new Registries(
                CircuitBreakerRegistry.ofDefaults(),
                BulkheadRegistry.ofDefaults(),
                RateLimiterRegistry.ofDefaults(),
                RetryRegistry.ofDefaults(),
                TimeLimiterRegistry.ofDefaults());
    }
}
