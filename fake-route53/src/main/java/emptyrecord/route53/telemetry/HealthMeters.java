package emptyrecord.route53.telemetry;

import emptyrecord.route53.health.HealthBoard;
import emptyrecord.route53.health.Prober;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Health checks by status, probes by outcome, and how late they were begun. There is no meter for each health check:
 * the event {@code health-check-status-changed} names them.
 */
public final class HealthMeters implements Prober.Counts {

    private final Counter passed;
    private final Counter failed;
    private final Timer behind;

    public HealthMeters(MeterRegistry meters, HealthBoard board) {
        for (boolean healthy : new boolean[] {true, false}) {
            Gauge.builder("route53.health.checks", board, b -> b.count(healthy))
                    .description("Health checks by their status now")
                    .tag("status", healthy ? "healthy" : "unhealthy")
                    .register(meters);
        }
        this.passed = probes(meters, "passed");
        this.failed = probes(meters, "failed");
        this.behind = Timer.builder("route53.health.probe.behind")
                .description("Real time between the moment that a probe was due and its begin")
                .register(meters);
    }

    private static Counter probes(MeterRegistry meters, String outcome) {
        return Counter.builder("route53.health.probes")
                .description("Probes of health checks, each by one checker")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public void probed(boolean isPassed) {
        (isPassed ? passed : failed).increment();
    }

    @Override
    public void begun(Duration late) {
        behind.record(late);
    }
}
