package emptyrecord.droplets.telemetry;

import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.rpc.CallTimes;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** How long obeyed checks took, arrival to answer. */
public final class CheckTimes implements CallTimes {

    private final DistributionSummary checks;

    public CheckTimes(MeterRegistry meters) {
        this.checks = DistributionSummary.builder("droplets.check.seconds")
                .description("Time from the arrival of an obeyed check to its answer, incident seconds")
                .register(meters);
    }

    @Override
    public void took(CallKind kind, Duration time) {
        if (kind == CallKind.CHECK) {
            checks.record(time.toNanos() / 1e9);
        }
    }
}
