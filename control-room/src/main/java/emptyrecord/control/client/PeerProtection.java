package emptyrecord.control.client;

import emptyrecord.api.client.CallFailure;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps one service from stalling all that is read: each service has a circuit breaker and a bulkhead of its own. Without them a
 * service that accepts connections and never answers costs every sample its time-out, and samples of the others come late.
 *
 * <p>Times are real: they belong to the transport, not to the incident. An error status counts as an answer.
 */
public final class PeerProtection {

    /** Two silences among the last four reads open a breaker. */
    private static final int WINDOW = 4;

    private static final int CALLS_BEFORE_VERDICT = 2;
    private static final int SILENT_PERCENT = 50;

    /** Until one read is let through to see whether the service answers again. */
    private static final Duration OPEN = Duration.ofSeconds(1);

    /** Reads of one service at a time; the watch, the events and the page's switches are four on a normal day. */
    private static final int READS_AT_ONCE = 16;

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(CALLS_BEFORE_VERDICT)
            .failureRateThreshold(SILENT_PERCENT)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(1)
            .recordExceptions(CallFailure.Silence.class)
            .build());

    private final BulkheadRegistry bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
            .maxConcurrentCalls(READS_AT_ONCE)
            .maxWaitDuration(Duration.ZERO)
            .build());

    /** The read's answer; empty when it fails, when the service's breaker is open, or when too many reads of it wait. */
    <T> Optional<T> read(Peer peer, Supplier<T> read) {
        CircuitBreaker breaker = breakers.circuitBreaker(peer.name());
        Bulkhead bulkhead = bulkheads.bulkhead(peer.name());
        try {
            return Optional.of(bulkhead.executeSupplier(() -> breaker.executeSupplier(read)));
        } catch (CallFailure | CallNotPermittedException | BulkheadFullException e) {
            return Optional.empty();
        }
    }

    /** States and calls as metrics, {@code resilience4j_circuitbreaker_*} and {@code resilience4j_bulkhead_*}, by service. */
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }
}
