package emptyrecord.night.race;

import static emptyrecord.night.catalogue.Thresholds.LOCK_LOSSES;

import emptyrecord.api.Event;
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

    private static final Set<String> GIVEN_UP = Set.of("plan-skipped", "flip-refused");

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
        return mine("lock-lost")
                .filter(e -> LOCK_LOSSES.reachedBy(attempt(e)))
                .findFirst()
                .map(RoundWatch::plan);
    }

    public Optional<Landing> landing() {
        Optional<Long> held = heldPlan();
        return held.flatMap(plan -> events.stream()
                .filter(e -> e.service().equals(enactor) && regional(e) && plan(e) == plan)
                .filter(e -> e.kind().equals("plan-flipped") || GIVEN_UP.contains(e.kind()))
                .findFirst()
                .map(e -> new Landing(plan, e.kind().equals("plan-flipped"), e.wall())));
    }

    /** Since when the name answers nothing, if it does at the end of these events. */
    public Optional<Instant> emptySince() {
        Optional<Event> last = events.stream()
                .filter(e -> e.kind().equals("answer-emptied") || e.kind().equals("answer-restored"))
                .filter(e -> zone.equals(plain(String.valueOf(e.ids().get("name")))))
                .reduce((a, b) -> b);
        return last.filter(e -> e.kind().equals("answer-emptied")).map(Event::wall);
    }

    private Stream<Event> mine(String kind) {
        return events.stream()
                .filter(e -> e.service().equals(enactor) && e.kind().equals(kind) && regional(e));
    }

    private boolean regional(Event e) {
        return endpoint.equals(e.ids().get("endpoint")) || zone.equals(e.ids().get("zone"));
    }

    private static int attempt(Event e) {
        return e.ids().get("attempt") instanceof Number n ? n.intValue() : 0;
    }

    private static long plan(Event e) {
        return e.ids().get("plan") instanceof Number n ? n.longValue() : -1;
    }

    private static String plain(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
