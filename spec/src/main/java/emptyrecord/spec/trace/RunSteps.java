package emptyrecord.spec.trace;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.spec.trace.LoggedStep.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A run as steps of processes: each enactor's, and those of operators who installed a plan by hand.
 *
 * @param endpoints in the order of a pass; the freshness check reads the last one
 * @param processes each with its steps in its own order
 * @param guards of each enactor at the start
 */
record RunSteps(List<String> endpoints, Map<String, List<LoggedStep>> processes, Map<String, Set<String>> guards) {

    static final String OPERATOR = "operator";

    private static final String ENACTOR = "dns-enactor-";

    /** @throws IllegalArgumentException if the log cannot be checked, with a sentence that gives the reason */
    static RunSteps of(RunLog run) {
        Map<String, List<Event>> logs = new TreeMap<>();
        run.events().stream()
                .filter(e -> e.service().startsWith(ENACTOR))
                .forEach(e -> logs.computeIfAbsent(e.service(), s -> new ArrayList<>())
                        .add(e));
        List<Event> flips = all(logs.values(), EventKind.PLAN_FLIPPED);
        if (flips.isEmpty()) {
            throw new IllegalArgumentException(
                    "no enactor flipped anything in this run, so there is nothing to check; is it the folder of a whole replay?");
        }
        if (flips.stream().noneMatch(e -> new Fields(e).change(EventId.CHANGE) > 0)) {
            throw new IllegalArgumentException(
                    "the enactors of this run did not log Route 53's change ids, without which"
                            + " the order of their batches is unknown; play it again with this version");
        }
        return of(run, logs);
    }

    private static RunSteps of(RunLog run, Map<String, List<Event>> logs) {
        List<String> endpoints = endpoints(logs);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        endpoints.forEach(name -> numbers.put(name, numbers.size() + 1));
        Map<String, List<LoggedStep>> processes = new TreeMap<>();
        Map<String, Set<String>> guards = new TreeMap<>();
        logs.forEach((service, events) -> {
            Set<String> atStart = GuardsOn.atStart(run.guards(), events);
            guards.put(service, atStart);
            processes.put(service, new EnactorLog(numbers, atStart).steps(events));
        });
        processes.put(OPERATOR, byHand(run.events(), numbers));
        return new RunSteps(endpoints, processes, guards);
    }

    private static List<Event> all(Collection<List<Event>> logs, EventKind kind) {
        return logs.stream().flatMap(List::stream).filter(kind::is).toList();
    }

    /** The longest path that one enactor walked with one plan; endpoints that it did not reach come first. */
    private static List<String> endpoints(Map<String, List<Event>> logs) {
        Set<String> longest = Set.of();
        Set<String> known = new LinkedHashSet<>();
        for (List<Event> log : logs.values()) {
            Set<String> way = new LinkedHashSet<>();
            long plan = -1;
            for (Event flip : all(List.of(log), EventKind.PLAN_FLIPPED)) {
                Fields fields = new Fields(flip);
                way = plan == fields.number(EventId.PLAN) ? way : new LinkedHashSet<>();
                plan = fields.number(EventId.PLAN);
                way.add(fields.text(EventId.ENDPOINT));
                known.add(fields.text(EventId.ENDPOINT));
                longest = way.size() > longest.size() ? way : longest;
            }
        }
        List<String> order = new ArrayList<>(known);
        order.removeAll(longest);
        order.addAll(longest);
        return order;
    }

    private static List<LoggedStep> byHand(List<Event> events, Map<String, Integer> numbers) {
        List<LoggedStep> steps = new ArrayList<>();
        for (Event event : events) {
            Fields fields = new Fields(event);
            if (EventKind.OPERATOR_ACTION.is(event)
                    && fields.text(EventId.ACTION).equals("install-plan")) {
                for (String endpoint : fields.text(EventId.ENDPOINTS).split(" ", -1)) {
                    if (numbers.containsKey(endpoint)) {
                        steps.add(LoggedStep.of(Kind.HAND, fields, numbers.get(endpoint), 0));
                    }
                }
            }
        }
        steps.sort(Comparator.comparing(s -> s.event().wall()));
        return steps;
    }

    List<String> enactors() {
        return processes.keySet().stream().filter(p -> !p.equals(OPERATOR)).toList();
    }

    List<LoggedStep> all() {
        return processes.values().stream().flatMap(List::stream).toList();
    }
}
