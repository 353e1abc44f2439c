package emptyrecord.planner.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** {@code planner_generation} and {@code planner_load_balancers_healthy}. */
public final class PlannerMeters {

    private final AtomicLong generation = new AtomicLong();
    private final AtomicLong healthy = new AtomicLong();

    public PlannerMeters(MeterRegistry meters) {
        Gauge.builder("planner.generation", generation, AtomicLong::get)
                .description("Number of the latest plan")
                .register(meters);
        Gauge.builder("planner.load.balancers.healthy", healthy, AtomicLong::get)
                .description("Load balancers that the last look found healthy")
                .register(meters);
    }

    public void generation(long latest) {
        generation.set(latest);
    }

    public void healthy(long count) {
        healthy.set(count);
    }
}
