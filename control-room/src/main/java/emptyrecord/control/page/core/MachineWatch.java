package emptyrecord.control.page.core;

import emptyrecord.api.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of the machine under the region: that it does not keep up now, that one service stands still, or that one
 * ended and was started again. Two services late within {@link #SHOWN} count as the machine's doing, one alone as its own. That
 * is quicker than sure: the run's report asks for two that were late at once.
 */
public final class MachineWatch {

    /** Real time for which a stall is shown; one that goes on is reported every 10 s. */
    public static final Duration SHOWN = Duration.ofSeconds(15);

    private static final Set<String> KINDS = Set.of("clock-stalled", "service-restarted");

    private MachineWatch() {}

    /** Whether this watch reads the event. */
    public static boolean reads(Event event) {
        return KINDS.contains(event.kind());
    }

    /**
     * One sentence, or null when there is nothing to say.
     *
     * @param recent events that it {@linkplain #reads reads}, of the last {@link #SHOWN} before {@code now}
     */
    public static @Nullable String words(List<Event> recent, Instant now) {
        List<Event> shown = recent.stream()
                .filter(e -> reads(e) && !e.wall().isBefore(now.minus(SHOWN)))
                .toList();
        List<Event> late =
                shown.stream().filter(e -> e.kind().equals("clock-stalled")).toList();
        Set<String> services = late.stream().map(Event::service).collect(Collectors.toCollection(TreeSet::new));
        if (services.size() > 1) {
            return "The machine does not keep up: " + worst(late)
                    + ". What follows may be its doing; a slower speed helps.";
        }
        List<Event> ended =
                shown.stream().filter(e -> e.kind().equals("service-restarted")).toList();
        if (!ended.isEmpty()) {
            return ended.getLast().service() + " ended" + status(ended.getLast()) + " and was started again.";
        }
        return services.isEmpty() ? null : services.iterator().next() + " alone stood still: " + worst(late) + ".";
    }

    private static String worst(List<Event> late) {
        return late.stream()
                .max((a, b) -> Double.compare(number(a, "worstSeconds"), number(b, "worstSeconds")))
                .map(e -> String.format(
                        Locale.ROOT,
                        "timers %.1f s late, %.0f incident seconds",
                        number(e, "worstSeconds"),
                        number(e, "worstIncidentSeconds")))
                .orElse("");
    }

    private static double number(Event e, String id) {
        return e.ids().get(id) instanceof Number n ? n.doubleValue() : 0;
    }

    private static String status(Event e) {
        Object status = e.ids().get("exitStatus");
        return status == null ? "" : " with exit status " + status;
    }
}
