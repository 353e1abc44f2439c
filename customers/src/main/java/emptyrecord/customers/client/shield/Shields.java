package emptyrecord.customers.client.shield;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import emptyrecord.customers.core.stack.Numbers;
import emptyrecord.customers.core.stack.Shield;
import emptyrecord.kit.clock.IncidentClock;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Makes the shields of one process. Their durations are incident time; the libraries get them divided by the speed. */
public final class Shields {

    private static final int FAILED_PERCENT = 50;
    private static final int TRIALS = 1;

    private Shields() {}

    public static Guarding of(Shield shield, IncidentClock clock) {
        return switch (shield) {
            case NONE -> (what, call) -> Value.fresh(call.call());
            case BREAKER -> breaker(clock.toReal(Numbers.BREAKER_WAIT));
            case BULKHEAD -> bulkhead();
            case TIME_LIMITER -> new TimeLimited(clock.toReal(Numbers.TIME_LIMIT));
            case STALE_READS -> new StaleReads();
            case HEDGED -> new Hedging(clock.toReal(Numbers.HEDGE_AFTER));
        };
    }

    private static Guarding breaker(Duration wait) {
        CircuitBreaker breaker = CircuitBreaker.of(
                "dynamodb",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(Numbers.BREAKER_WINDOW)
                        .minimumNumberOfCalls(Numbers.BREAKER_WINDOW)
                        .failureRateThreshold(FAILED_PERCENT)
                        .waitDurationInOpenState(wait)
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .build());
        return (what, call) -> Value.fresh(breaker.executeCallable(call));
    }

    private static Guarding bulkhead() {
        Bulkhead bulkhead = Bulkhead.of(
                "dynamodb",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(Numbers.BULKHEAD)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        return (what, call) -> Value.fresh(bulkhead.executeCallable(call));
    }

    /** A call that is given up is interrupted. */
    private static final class TimeLimited implements Guarding {

        private final TimeLimiter limiter;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        TimeLimited(Duration limit) {
            this.limiter = TimeLimiter.of(TimeLimiterConfig.custom()
                    .timeoutDuration(limit)
                    .cancelRunningFuture(true)
                    .build());
        }

        @Override
        public Value call(What what, Callable<String> call) throws Exception {
            return Value.fresh(limiter.executeFutureSupplier(() -> threads.submit(call)));
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    /** What was read or written last answers a read that fails. */
    private static final class StaleReads implements Guarding {

        /** A client has fewer items. */
        private static final int ITEMS = 100;

        private final Cache<Integer, String> last =
                Caffeine.newBuilder().maximumSize(ITEMS).executor(Runnable::run).build();

        @Override
        public Value call(What what, Callable<String> call) throws Exception {
            try {
                String fresh = call.call();
                last.put(what.key(), fresh);
                return Value.fresh(fresh);
            } catch (Exception e) {
                @Nullable String old = what.read() ? last.getIfPresent(what.key()) : null;
                if (old == null) {
                    throw e;
                }
                return new Value(old, true);
            }
        }
    }
}
