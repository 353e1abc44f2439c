package emptyrecord.control.page.core;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page's report on the machine under the region: it does not keep up now, one service is paused, or one ended
 * and was restarted. Two services late within {@link #SHOWN} count as the machine's doing, one alone as its own. This
 * favours speed over certainty: the run's report asks for two that were late at once.
 */
public final class MachineWatch {

    /** Real time for which a stall is shown; one that goes on is reported every 10 s. */
    public static final Duration SHOWN = Duration.ofSeconds(15);

    private static final Set<EventKind> KINDS = Set.of(EventKind.CLOCK_STALLED, EventKind.SERVICE_RESTARTED);

    private MachineWatch() {}

    /** Whether this watch reads the event. */
    public static boolean reads(Event event) {
        return KINDS.contains(EventKind.of(event.kind()));
    }

    /**
     * One sentence, or null when there is nothing to report.
     *
     * @param recent events that it {@linkplain #reads reads}, of the last {@link #SHOWN} before {@code now}
     */
    public static @Nullable String words(List<Event> recent, Instant now) {
        List<Event> shown = recent.stream()
                .filter(e -> reads(e) && !e.wall().isBefore(now.minus(SHOWN)))
                .toList();
        List<Event> late =
                shown.stream().filter(e -> EventKind.CLOCK_STALLED.is(e)).toList();
        Set<String> services = late.stream().map(Event::service).collect(Collectors.toCollection(TreeSet::new));
        if (services.size() > 1) {
            return "The machine does not keep up: " + worst(late)
                    + ". What follows may be its doing; a slower speed helps.";
        }
        List<Event> ended =
                shown.stream().filter(e -> EventKind.SERVICE_RESTARTED.is(e)).toList();
        if (!ended.isEmpty()) {
            return ended.getLast().service() + " ended" + status(ended.getLast()) + " and was started again.";
        }
        return services.isEmpty() ? null : services.iterator().next() + " alone stood still: " + worst(late) + ".";
    }

    private static String worst(List<Event> late) {
        return late.stream()
                .max((a, b) -> Double.compare(number(a, EventId.WORST_SECONDS), number(b, EventId.WORST_SECONDS)))
                .map(e -> String.format(
                        Locale.ROOT,
                        "timers %.1f s late, %.0f incident seconds",
                        number(e, EventId.WORST_SECONDS),
                        number(e, EventId.WORST_INCIDENT_SECONDS)))
                .orElse("");
    }

    private static double number(Event e, EventId id) {
        return id.number(e, 0).doubleValue();
    }

    private static String status(Event e) {
        Object status = EventId.EXIT_STATUS.of(e);
        return status == null ? "" : " with exit status " + status;
    }
}
