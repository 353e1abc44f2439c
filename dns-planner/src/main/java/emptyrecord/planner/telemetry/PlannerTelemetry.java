package emptyrecord.planner.telemetry;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
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
    private final PlanTraces traces;
    private final Set<String> out = new HashSet<>();

    public PlannerTelemetry(EventLog events, PlannerMeters meters, PlanTraces traces) {
        this.events = events;
        this.meters = meters;
        this.traces = traces;
    }

    public void frozen(boolean frozen) {
        events.recordRequested(frozen ? EventKind.PLANNER_FROZEN : EventKind.PLANNER_UNFROZEN, Map.of());
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
                    events.record(EventKind.LOAD_BALANCER_BACK, Map.of(EventId.LOAD_BALANCER, healthy.name()));
                }
            }
            case Reading.Out gone -> {
                if (out.add(gone.name())) {
                    events.record(
                            EventKind.LOAD_BALANCER_OUT,
                            Map.of(EventId.LOAD_BALANCER, gone.name(), EventId.REASON, gone.reason()));
                }
            }
        }
    }

    public void keptLastSet(Plan plan) {
        events.record(EventKind.ALL_LOAD_BALANCERS_OUT, Map.of(EventId.PLAN, plan.generation()));
    }

    public void written(Plan plan) {
        meters.generation(plan.generation());
        traces.written(plan);
    }
}
