package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.call.Breaker;
import emptyrecord.dwfm.core.call.BreakerRule;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** resilience4j's CircuitBreaker, whose clock is the incident's. */
public final class LibraryBreaker implements Breaker {

    /** What a failed call is reported as; the reason goes to the caller. */
    private static final Exception FAILED = new FailedCall();

    private final CircuitBreaker breaker;

    /** @param clock incident time */
    public LibraryBreaker(String name, BreakerRule rule, Source source) {
        this.breaker = source.registry().circuitBreaker(name, config(rule, source.clock()));
    }

    /**
     * Where a breaker is from.
     *
     * @param clock incident time
     */
    public record Source(CircuitBreakerRegistry registry, InstantSource clock) {}

    private static final class FailedCall extends Exception {
        private static final long serialVersionUID = 1;

        FailedCall() {
            super("the call failed", null, false, false);
        }
    }

    private static CircuitBreakerConfig config(BreakerRule rule, InstantSource clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(rule.window())
                .minimumNumberOfCalls(rule.least())
                .failureRateThreshold(rule.percent())
                .slowCallRateThreshold(rule.percent())
                .slowCallDurationThreshold(rule.slow())
                .waitDurationInOpenState(rule.open())
                .permittedNumberOfCallsInHalfOpenState(rule.probes())
                .clock(clock.withZone(ZoneOffset.UTC))
                .build();
    }

    @Override
    public boolean permits() {
        return breaker.tryAcquirePermission();
    }

    @Override
    public void ended(boolean good, Duration took) {
        if (good) {
            breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, FAILED);
        }
    }
}
