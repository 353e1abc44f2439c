package emptyrecord.spec.trace;

import emptyrecord.api.Event;
import emptyrecord.spec.trace.LoggedStep.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One enactor's events as steps, in its own order. An event that tells of several batches becomes several steps. */
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
        switch (event.kind()) {
            case "plan-flipped" -> {
                settle();
                batches(fields);
                steps.add(LoggedStep.of(Kind.FLIP, fields, endpoint(fields), fields.change("change")));
            }
            case "lock-freed" -> {
                batches(fields);
                settle();
                steps.add(LoggedStep.of(Kind.FREE, fields, endpoint(fields), fields.change("change")));
            }
            case "flip-refused" -> {
                seenByRefused.put(endpoint(fields), fields.number("activeBefore"));
                silent(fields);
            }
            case "plan-skipped" -> silent(fields);
            default -> {
                settle();
                other(event, fields);
            }
        }
    }

    private void other(Event event, Fields fields) {
        switch (event.kind()) {
            case "plan-picked" -> steps.add(LoggedStep.of(Kind.PICK, fields, 0, 0));
            case "lock-lost" -> steps.add(LoggedStep.of(Kind.LOST, fields, endpoint(fields), 0));
            case "plan-cleaned" -> steps.add(LoggedStep.delete(fields, endpoint(fields), fields.change("change")));
            case "pass-finished" -> {
                if (fields.flag("complete")) {
                    steps.add(LoggedStep.bare(Kind.END, event));
                }
            }
            case "enactor-frozen" -> {
                if (fields.flag("frozen")) {
                    steps.add(LoggedStep.bare(Kind.FROZEN, event));
                }
            }
            case "guard-switched" -> {
                switched(fields);
                steps.add(LoggedStep.guards(event, guards));
            }
            default -> {}
        }
    }

    /** The lock's and the build's batch, which the event of the flip or of the freed lock tells. */
    private void batches(Fields fields) {
        Long seen = seenByRefused.remove(endpoint(fields));
        add(Kind.LOCK, fields, "lockChange", seen);
        add(Kind.BUILD, fields, "buildChange", seen);
    }

    /** @param seen what a flip that was refused before had seen active; the event of a freed lock does not say it */
    private void add(Kind kind, Fields fields, String change, @Nullable Long seen) {
        if (fields.change(change) > 0) {
            LoggedStep step = LoggedStep.of(kind, fields, endpoint(fields), fields.change(change));
            steps.add(seen == null ? step : step.seeing(seen));
        }
    }

    /** A call that Route 53 did not answer; it happened after the batches that the next event may tell. */
    private void silent(Fields fields) {
        if (fields.text("reason").contains("did not answer")
                || fields.text("why").equals("route53-silent")) {
            underTheLock.add(LoggedStep.of(Kind.SILENT, fields, endpoint(fields), 0));
        }
    }

    private void settle() {
        steps.addAll(underTheLock);
        underTheLock.clear();
    }

    private void switched(Fields fields) {
        String guard = GuardsOn.modelName(fields.text("guard"));
        if (fields.flag("on")) {
            guards.add(guard);
        } else {
            guards.remove(guard);
        }
    }

    private int endpoint(Fields fields) {
        return endpoints.getOrDefault(fields.text("endpoint"), 0);
    }
}
