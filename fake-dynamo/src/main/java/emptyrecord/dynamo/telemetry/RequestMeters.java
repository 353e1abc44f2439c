package emptyrecord.dynamo.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** {@code dynamo_requests_total{operation,outcome}} and {@code dynamo_request_seconds{operation}}, made at start. */
public final class RequestMeters {

    /** The label of requests without an operation. */
    public static final String UNKNOWN = "Unknown";

    private record Key(String operation, String outcome) {}

    private final Map<Key, Counter> counters = new HashMap<>();
    private final Map<String, Timer> timers = new HashMap<>();

    public RequestMeters(MeterRegistry meters, Collection<String> operations, Collection<String> outcomes) {
        for (String operation : operations) {
            register(meters, operation, outcomes);
        }
        register(meters, UNKNOWN, outcomes);
    }

    private void register(MeterRegistry meters, String operation, Collection<String> outcomes) {
        timers.put(
                operation,
                Timer.builder("dynamo.request")
                        .description("Real time from the first byte read to the answer, without added latency")
                        .tag("operation", operation)
                        .register(meters));
        for (String outcome : outcomes) {
            counters.put(
                    new Key(operation, outcome),
                    Counter.builder("dynamo.requests")
                            .description("Requests answered")
                            .tag("operation", operation)
                            .tag("outcome", outcome)
                            .register(meters));
        }
    }

    /** Counts one request; operation and outcome are among those of the constructor. */
    public void count(String operation, String outcome, long nanos) {
        Objects.requireNonNull(counters.get(new Key(operation, outcome))).increment();
        Objects.requireNonNull(timers.get(operation)).record(nanos, TimeUnit.NANOSECONDS);
    }
}
