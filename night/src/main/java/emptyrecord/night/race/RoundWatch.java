package emptyrecord.night.race;

import static emptyrecord.night.catalogue.Thresholds.LOCK_LOSSES;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads one round of the race from the events since its start. It reports which plan the chosen enactor kept in memory
 * while it lost the lock in a row, whether that plan was applied or given up, and since when the regional name answers
 * nothing.
 */
public final class RoundWatch {

    private static final Set<EventKind> GIVEN_UP = Set.of(EventKind.PLAN_SKIPPED, EventKind.FLIP_REFUSED);

    private final List<Event> events;
    private final String enactor;
    private final String endpoint;
    private final String zone;

    /**
     * @param events of the round, each service's in its own order
     * @param enactor whose fault was injected
     * @param endpoint the plan's name of the regional endpoint, for example {@code regional}
     * @param zone its DNS name
     */
    public RoundWatch(List<Event> events, String enactor, String endpoint, String zone) {
        this.events = List.copyOf(events);
        this.enactor = enactor;
        this.endpoint = endpoint;
        this.zone = zone;
    }

    /** How the enactor's plan ended. */
    public record Landing(long plan, boolean flipped, Instant at) {}

    /**
     * The plan that stays in memory. A first lost lock alone proves nothing, since enactors meet at a lock all the
     * time.
     */
    public Optional<Long> heldPlan() {
        return mine(EventKind.LOCK_LOST)
                .filter(e -> LOCK_LOSSES.reachedBy(attempt(e)))
                .findFirst()
                .map(RoundWatch::plan);
    }

    public Optional<Landing> landing() {
        Optional<Long> held = heldPlan();
        return held.flatMap(plan -> events.stream()
                .filter(e -> e.service().equals(enactor) && regional(e) && plan(e) == plan)
                .filter(e -> EventKind.PLAN_FLIPPED.is(e) || GIVEN_UP.contains(EventKind.of(e)))
                .findFirst()
                .map(e -> new Landing(plan, EventKind.PLAN_FLIPPED.is(e), e.wall())));
    }

    /** Since when the name answers nothing, if it does at the end of these events. */
    public Optional<Instant> emptySince() {
        Optional<Event> last = events.stream()
                .filter(e -> EventKind.ANSWER_EMPTIED.is(e) || EventKind.ANSWER_RESTORED.is(e))
                .filter(e -> zone.equals(plain(EventId.NAME.text(e, ""))))
                .reduce((a, b) -> b);
        return last.filter(EventKind.ANSWER_EMPTIED::is).map(Event::wall);
    }

    private Stream<Event> mine(EventKind kind) {
        return events.stream().filter(e -> e.service().equals(enactor) && kind.is(e) && regional(e));
    }

    private boolean regional(Event e) {
        return EventId.ENDPOINT.is(e, endpoint) || EventId.ZONE.is(e, zone);
    }

    private static int attempt(Event e) {
        return EventId.ATTEMPT.number(e, 0).intValue();
    }

    private static long plan(Event e) {
        return EventId.PLAN.number(e, -1).longValue();
    }

    private static String plain(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
