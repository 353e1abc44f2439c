package emptyrecord.route53.telemetry;

import emptyrecord.route53.web.ApiCounter;
import emptyrecord.route53.web.Operation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests of the control API: {@code route53_requests_seconds} by operation, {@code route53_answers_total} by code. */
public final class ApiMeters implements ApiCounter {

    private static final List<String> CODES = List.of(
            "OK",
            "InvalidChangeBatch",
            "InvalidInput",
            "InvalidDomainName",
            "ConflictingDomainExists",
            "HostedZoneAlreadyExists",
            "HostedZoneNotEmpty",
            "TooManyHostedZones",
            "NoSuchDelegationSet",
            "NoSuchHostedZone",
            "NoSuchHealthCheck",
            "HealthCheckAlreadyExists",
            "HealthCheckVersionMismatch",
            "TooManyHealthChecks",
            "NoSuchChange",
            "Throttling",
            "PriorRequestNotComplete",
            "InvalidAction",
            "InternalFailure");

    private final Map<Operation, Timer> timers = new EnumMap<>(Operation.class);
    private final Map<String, Counter> codes = new HashMap<>();
    private final Counter accepted;
    private final Counter refused;

    public ApiMeters(MeterRegistry meters) {
        for (Operation operation : Operation.values()) {
            timers.put(
                    operation,
                    Timer.builder("route53.requests")
                            .description("Real time to serve a request of the control API")
                            .tag("operation", operation.name())
                            .register(meters));
        }
        for (String code : CODES) {
            codes.put(
                    code,
                    Counter.builder("route53.answers")
                            .description("Answers of the control API by code")
                            .tag("code", code)
                            .register(meters));
        }
        this.accepted = batches(meters, "accepted");
        this.refused = batches(meters, "refused");
    }

    private static Counter batches(MeterRegistry meters, String outcome) {
        return Counter.builder("route53.batches")
                .description("Change batches, each all or nothing")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public void served(Operation operation, String code, Duration took) {
        count(timers.get(operation), took);
        Counter counter = codes.get(code);
        if (counter != null) {
            counter.increment();
        }
        if (operation == Operation.ChangeResourceRecordSets) {
            (code.equals("OK") ? accepted : refused).increment();
        }
    }

    private static void count(@Nullable Timer timer, Duration took) {
        if (timer != null) {
            timer.record(took);
        }
    }
}
