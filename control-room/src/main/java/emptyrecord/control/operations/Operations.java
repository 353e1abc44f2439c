package emptyrecord.control.operations;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.control.telemetry.ActionMarks;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.web.NotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The operators' actions: performs an operation by name and records an event {@code operator-action}. */
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

    public List<OperationCard> cards() {
        return operations.values().stream()
                .map(Operation::card)
                .sorted(Comparator.comparing(OperationCard::name))
                .toList();
    }

    /**
     * Does an operation in an operator's name.
     *
     * @param by the actor, and the rule and observation behind it; goes into the event
     * @return the event's ids
     */
    public Map<String, Object> perform(String name, Map<String, Object> parameters, Map<String, Object> by) {
        Map<String, Object> ids = new TreeMap<>(parameters);
        ids.putAll(carryOut(name, parameters));
        ids.putAll(by);
        ids.put(EventId.ACTION.key(), name);
        ids.putIfAbsent(EventId.FACT.key(), find(name).card().fact());
        events.record(EventKind.OPERATOR_ACTION.word(), ids);
        marks.mark(name);
        return ids;
    }

    /**
     * Does an operation that is no operator's action: no event, no mark. A reset takes it back as it does any other.
     *
     * @return what was done
     */
    public Map<String, Object> carryOut(String name, Map<String, Object> parameters) {
        Operation operation = find(name);
        check(operation.card(), parameters.keySet());
        performed.note(name);
        return operation.perform(new Arguments(parameters));
    }

    private Operation find(String name) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new NotFoundException("There is no operation '" + name + "'; there are " + operations.keySet());
        }
        return operation;
    }

    private static void check(OperationCard card, Set<String> given) {
        List<String> known = card.parameters().stream().map(Parameter::name).toList();
        for (String name : given) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "Operation " + card.name() + " has no parameter '" + name + "'; it has " + known);
            }
        }
        for (Parameter p : card.parameters()) {
            if (p.required() && !given.contains(p.name())) {
                throw new IllegalArgumentException(
                        "Operation " + card.name() + " needs parameter '" + p.name() + "': " + p.meaning());
            }
        }
    }
}
