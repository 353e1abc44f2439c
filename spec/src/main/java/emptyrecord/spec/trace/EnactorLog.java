package emptyrecord.spec.trace;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.spec.trace.LoggedStep.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One enactor's events as steps, in its own order. An event that covers several batches becomes several steps. */
final class EnactorLog {

    private final Map<String, Integer> endpoints;
    private final Set<String> guards;
    private final List<LoggedStep> steps = new ArrayList<>();
    private final List<LoggedStep> underTheLock = new ArrayList<>();
    private final Map<Integer, Long> seenByRefused = new HashMap<>();

    /**
     * @param endpoints their numbers, in the order of a pass
     * @param guards that are on at the start
     */
    EnactorLog(Map<String, Integer> endpoints, Set<String> guards) {
        this.endpoints = endpoints;
        this.guards = new TreeSet<>(guards);
    }

    List<LoggedStep> steps(List<Event> events) {
        events.forEach(this::add);
        settle();
        return List.copyOf(steps);
    }

    private void add(Event event) {
        Fields fields = new Fields(event);
        switch (EventKind.of(event.kind())) {
            case PLAN_FLIPPED -> {
                settle();
                batches(fields);
                steps.add(LoggedStep.of(Kind.FLIP, fields, endpoint(fields), fields.change(EventId.CHANGE)));
            }
            case LOCK_FREED -> {
                batches(fields);
                settle();
                steps.add(LoggedStep.of(Kind.FREE, fields, endpoint(fields), fields.change(EventId.CHANGE)));
            }
            case FLIP_REFUSED -> {
                seenByRefused.put(endpoint(fields), fields.number(EventId.ACTIVE_BEFORE));
                silent(fields);
            }
            case PLAN_SKIPPED -> silent(fields);
            default -> {
                settle();
                other(event, fields);
            }
        }
    }

    private void other(Event event, Fields fields) {
        switch (EventKind.of(event.kind())) {
            case PLAN_PICKED -> steps.add(LoggedStep.of(Kind.PICK, fields, 0, 0));
            case LOCK_LOST -> steps.add(LoggedStep.of(Kind.LOST, fields, endpoint(fields), 0));
            case PLAN_CLEANED -> steps.add(LoggedStep.delete(fields, endpoint(fields), fields.change(EventId.CHANGE)));
            case PASS_FINISHED -> {
                if (fields.flag(EventId.COMPLETE)) {
                    steps.add(LoggedStep.bare(Kind.END, event));
                }
            }
            case ENACTOR_FROZEN -> {
                if (fields.flag(EventId.FROZEN)) {
                    steps.add(LoggedStep.bare(Kind.FROZEN, event));
                }
            }
            case GUARD_SWITCHED -> {
                switched(fields);
                steps.add(LoggedStep.guards(event, guards));
            }
            default -> {}
        }
    }

    /** The batches of the lock and of the build, which the event of the flip or of the freed lock records. */
    private void batches(Fields fields) {
        Long seen = seenByRefused.remove(endpoint(fields));
        add(Kind.LOCK, fields, EventId.LOCK_CHANGE, seen);
        add(Kind.BUILD, fields, EventId.BUILD_CHANGE, seen);
    }

    /** @param seen active plan seen by an earlier refused flip; the event of a freed lock does not record it */
    private void add(Kind kind, Fields fields, EventId change, @Nullable Long seen) {
        if (fields.change(change) > 0) {
            LoggedStep step = LoggedStep.of(kind, fields, endpoint(fields), fields.change(change));
            steps.add(seen == null ? step : step.seeing(seen));
        }
    }

    /** A call that Route 53 did not answer; it happened after the batches that the next event may record. */
    private void silent(Fields fields) {
        if (fields.text(EventId.REASON).contains("did not answer")
                || fields.text(EventId.WHY).equals("route53-silent")) {
            underTheLock.add(LoggedStep.of(Kind.SILENT, fields, endpoint(fields), 0));
        }
    }

    private void settle() {
        steps.addAll(underTheLock);
        underTheLock.clear();
    }

    private void switched(Fields fields) {
        String guard = GuardsOn.modelName(fields.text(EventId.GUARD));
        if (fields.flag(EventId.ON)) {
            guards.add(guard);
        } else {
            guards.remove(guard);
        }
    }

    private int endpoint(Fields fields) {
        return endpoints.getOrDefault(fields.text(EventId.ENDPOINT), 0);
    }
}
