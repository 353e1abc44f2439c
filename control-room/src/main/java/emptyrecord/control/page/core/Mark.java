package emptyrecord.control.page.core;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person's action, as a mark on the time line.
 *
 * @param minutes incident minutes since the region's origin
 * @param kind {@code operator}, {@code fault} or {@code guard}
 * @param what in a few words
 */
public record Mark(double minutes, String kind, String what) {

    private static final Map<EventKind, String> KINDS = Map.of(
            EventKind.OPERATOR_ACTION,
            "operator",
            EventKind.FAULT_INJECTED,
            "fault",
            EventKind.FAULT_CLEARED,
            "fault",
            EventKind.GUARD_SWITCHED,
            "guard");

    /** The desk's own changes of a fault or a guard are reported by the service where they were made. */
    private static final Set<String> TOLD_BY_THE_SERVICE = Set.of("inject", "clear", "guard");

    private static final Set<EventId> NOT_TOLD =
            Set.of(EventId.ACTION, EventId.FAULT, EventId.GUARD, EventId.FACT, EventId.BECAUSE, EventId.BY);

    /** The mark of an event, if it is a person's action. */
    public static Optional<Mark> of(Event event, double minutes) {
        String kind = KINDS.get(EventKind.of(event.kind()));
        Object action = EventId.ACTION.of(event);
        if (kind == null || (action != null && TOLD_BY_THE_SERVICE.contains(String.valueOf(action)))) {
            return Optional.empty();
        }
        return Optional.of(new Mark(minutes, kind, words(event)));
    }

    private static String words(Event e) {
        Object subject =
                EventId.first(e, EventId.ACTION, EventId.FAULT, EventId.GUARD).orElse(e.kind());
        String rest = e.ids().entrySet().stream()
                .filter(i -> EventId.find(i.getKey()).filter(NOT_TOLD::contains).isEmpty()
                        && !String.valueOf(i.getValue()).isEmpty())
                .map(i -> i.getKey() + " " + i.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        String cleared = EventKind.FAULT_CLEARED.is(e) ? " cleared" : "";
        return subject + cleared + (rest.isEmpty() ? "" : " (" + rest + ")");
    }
}
