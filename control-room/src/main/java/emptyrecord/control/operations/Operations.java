package emptyrecord.control.operations;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.telemetry.ActionMarks;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.web.NotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The operators' desk: does an operation by name and leaves an event {@code operator-action}. */
public final class Operations {

    private final Map<String, Operation> operations = new TreeMap<>();
    private final Performed performed;
    private final EventLog events;
    private final ActionMarks marks;

    public Operations(List<Operation> operations, Performed performed, EventLog events, ActionMarks marks) {
        this.performed = performed;
        operations.forEach(o -> this.operations.put(o.card().name(), o));
        this.events = events;
        this.marks = marks;
    }

    public List<Operation.Card> cards() {
        return operations.values().stream()
                .map(Operation::card)
                .sorted(Comparator.comparing(Operation.Card::name))
                .toList();
    }

    /**
     * @param by who acts, and on which rule and observation; goes into the event
     * @return the event's ids
     */
    public Map<String, Object> perform(String name, Map<String, Object> parameters, Map<String, Object> by) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new NotFoundException("There is no operation '" + name + "'; there are " + operations.keySet());
        }
        check(operation.card(), parameters.keySet());
        performed.note(name);
        Map<String, Object> result = operation.perform(new Arguments(parameters));
        Map<String, Object> ids = new TreeMap<>(parameters);
        ids.putAll(result);
        ids.putAll(by);
        ids.put(EventId.ACTION.key(), name);
        ids.putIfAbsent(EventId.FACT.key(), operation.card().fact());
        events.record(EventKind.OPERATOR_ACTION.word(), ids);
        marks.mark(name);
        return ids;
    }

    private static void check(Operation.Card card, Set<String> given) {
        List<String> known =
                card.parameters().stream().map(Operation.Parameter::name).toList();
        for (String name : given) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "Operation " + card.name() + " has no parameter '" + name + "'; it has " + known);
            }
        }
        for (Operation.Parameter p : card.parameters()) {
            if (p.required() && !given.contains(p.name())) {
                throw new IllegalArgumentException(
                        "Operation " + card.name() + " needs parameter '" + p.name() + "': " + p.meaning());
            }
        }
    }
}
