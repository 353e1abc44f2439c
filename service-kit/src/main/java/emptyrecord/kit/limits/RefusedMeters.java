package emptyrecord.kit.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts refused requests by reason. */
final class RefusedMeters {

    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    RefusedMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String reason) {
        counters.computeIfAbsent(reason, this::register).increment();
    }

    private Counter register(String reason) {
        return Counter.builder("requests.refused")
                .description("Requests that were turned away before they reached the service")
                .tag("reason", reason)
                .register(meters);
    }
}
