package emptyrecord.dwfm.telemetry;

import emptyrecord.dwfm.resilience.Registries;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** resilience4j's own metrics, {@code resilience4j_*}, of the hosts' remedies by name. All of them exist from the start. */
public record ResilienceMeters(Registries registries) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registries.breakers())
                .bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(registries.bulkheads()).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(registries.limiters()).bindTo(meters);
        TaggedRetryMetrics.ofRetryRegistry(registries.retries()).bindTo(meters);
        TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(registries.timeLimiters())
                .bindTo(meters);
    }
}
