package emptyrecord.night.judge;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A span in which some services' timers ran late.
 *
 * @param worst real lateness that every one of two services reached at least; of one service alone, its own
 */
record LateSpan(Instant from, Instant to, Set<String> services, Duration worst) {

    /** Two services late at once are caused by the machine; one alone by itself. */
    static final int SERVICES_OF_A_MACHINE = 2;

    /** The spans in the events, one an event, by their begin. */
    static List<LateSpan> of(List<Event> events) {
        return events.stream()
                .filter(EventKind.CLOCK_STALLED::is)
                .map(LateSpan::of)
                .sorted(Comparator.comparing(LateSpan::from))
                .toList();
    }

    private static LateSpan of(Event e) {
        Instant to = e.wall().minus(seconds(e, EventId.OVER_SECONDS));
        return new LateSpan(
                to.minus(seconds(e, EventId.LASTED_SECONDS)),
                to,
                Set.of(e.service()),
                seconds(e, EventId.WORST_SECONDS));
    }

    private static Duration seconds(Event e, EventId id) {
        return Duration.ofMillis(Math.round(id.number(e, 0).doubleValue() * 1000));
    }

    boolean touches(LateSpan other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    /** Spans in which at least two services were late at once, in order; they do not touch each other. */
    static List<LateSpan> ofMachine(List<LateSpan> all) {
        List<LateSpan> found = new ArrayList<>();
        Instant from = null;
        for (Instant at : edges(all)) {
            boolean late = servicesAfter(all, at) >= SERVICES_OF_A_MACHINE;
            if (late && from == null) {
                from = at;
            } else if (!late && from != null) {
                found.add(joined(all, from, at));
                from = null;
            }
        }
        return found;
    }

    private static Iterable<Instant> edges(List<LateSpan> all) {
        return all.stream().flatMap(s -> Stream.of(s.from, s.to)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Services that are late from {@code at} on. */
    private static int servicesAfter(List<LateSpan> all, Instant at) {
        Set<String> late = new HashSet<>();
        all.stream().filter(s -> !s.from.isAfter(at) && s.to.isAfter(at)).forEach(s -> late.addAll(s.services));
        return late.size();
    }

    private static LateSpan joined(List<LateSpan> all, Instant from, Instant to) {
        List<LateSpan> parts = all.stream()
                .filter(s -> s.from.isBefore(to) && s.to.isAfter(from))
                .sorted(Comparator.comparing(LateSpan::worst).reversed())
                .toList();
        Set<String> services = new TreeSet<>();
        parts.forEach(p -> services.addAll(p.services));
        String first = parts.getFirst().services.iterator().next();
        Duration second = parts.stream()
                .filter(p -> !p.services.contains(first))
                .map(LateSpan::worst)
                .findFirst()
                .orElseThrow();
        return new LateSpan(from, to, services, second);
    }
}
