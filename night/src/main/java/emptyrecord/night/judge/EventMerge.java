package emptyrecord.night.judge;

import emptyrecord.api.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merges the services' event logs. Each service's own order stays as it was (cause before effect). Between services the
 * wall decides; all run on one machine, so their walls agree.
 */
public final class EventMerge {

    private EventMerge() {}

    public static List<Event> merge(List<Event> events) {
        Map<String, Deque<Event>> logs = new TreeMap<>();
        events.stream()
                .sorted(Comparator.comparingLong(Event::seq))
                .forEach(e -> logs.computeIfAbsent(e.service(), s -> new ArrayDeque<>())
                        .addLast(e));
        List<Event> merged = new ArrayList<>(events.size());
        while (merged.size() < events.size()) {
            Deque<Event> next = logs.values().stream()
                    .filter(log -> !log.isEmpty())
                    .min(Comparator.comparing(log -> log.getFirst().wall()))
                    .orElseThrow();
            merged.add(next.removeFirst());
        }
        return merged;
    }
}
