package emptyrecord.planner.telemetry;

import emptyrecord.kit.events.EventLog;
import emptyrecord.planner.core.Plan;
import emptyrecord.planner.core.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The planner's work as events and metrics. A load balancer that goes out or returns is an event. */
public final class PlannerTelemetry {

    private final EventLog events;
    private final PlannerMeters meters;
    private final Set<String> out = new HashSet<>();

    public PlannerTelemetry(EventLog events, PlannerMeters meters) {
        this.events = events;
        this.meters = meters;
    }

    public void frozen(boolean frozen) {
        events.recordRequested(frozen ? "planner-frozen" : "planner-unfrozen", Map.of());
    }

    /** Not thread-safe: readings come one period after the other. */
    public void read(List<Reading> readings) {
        readings.forEach(this::recordChange);
        meters.healthy(
                readings.stream().filter(Reading.Healthy.class::isInstance).count());
    }

    private void recordChange(Reading reading) {
        switch (reading) {
            case Reading.Healthy healthy -> {
                if (out.remove(healthy.name())) {
                    events.record("load-balancer-back", Map.of("loadBalancer", healthy.name()));
                }
            }
            case Reading.Out gone -> {
                if (out.add(gone.name())) {
                    events.record("load-balancer-out", Map.of("loadBalancer", gone.name(), "reason", gone.reason()));
                }
            }
        }
    }

    public void keptLastSet(Plan plan) {
        events.record("all-load-balancers-out", Map.of("plan", plan.generation()));
    }

    public void written(Plan plan) {
        meters.generation(plan.generation());
    }
}
