package emptyrecord.route53.zones;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.events.EventLog;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.Reach;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.Zones;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Watches how many addresses the endpoints' names can answer in the published zones, by the rules of the answer itself.
 * A change to none or from none is an event; the state at start is not one.
 */
public final class AnswerWatch {

    private final EventLog events;
    private final Supplier<Health> health;
    private final Map<RecordName, Reach> seen = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    /**
     * @param published at start
     * @param health of each moment
     */
    public AnswerWatch(List<RecordName> names, Zones published, Supplier<Health> health, EventLog events) {
        this.events = events;
        this.health = health;
        published.all().forEach(zone -> known.add(zone.id()));
        names.forEach(name -> seen.put(name, reach(published, name)));
    }

    /** @param changed id of the zone that the publication changed, made or deleted; a new one may take over any name */
    public synchronized void published(Zones zones, String changed) {
        boolean isNew = known.add(changed);
        seen.replaceAll(
                (name, before) -> isNew || before.zones().contains(changed) ? look(name, before, zones) : before);
    }

    /** After the status of a health check changed. */
    public synchronized void healthChanged(Zones zones) {
        seen.replaceAll((name, before) -> look(name, before, zones));
    }

    private Reach reach(Zones zones, RecordName name) {
        return Reach.of(zones, health.get(), new Reach.Question(name, RecordType.A));
    }

    /** How many addresses a watched name could answer. */
    public synchronized int possible(RecordName name) {
        Reach now = seen.get(name);
        return now == null ? 0 : now.size();
    }

    public synchronized List<RecordName> names() {
        return List.copyOf(seen.keySet());
    }

    private Reach look(RecordName name, Reach before, Zones zones) {
        Reach now = reach(zones, name);
        if (before.size() > 0 && now.size() == 0) {
            events.record(
                    EventKind.ANSWER_EMPTIED, Map.of(EventId.NAME, name.plain(), EventId.WAS_POSSIBLE, before.size()));
        } else if (before.size() == 0 && now.size() > 0) {
            events.record(EventKind.ANSWER_RESTORED, Map.of(EventId.NAME, name.plain(), EventId.POSSIBLE, now.size()));
        }
        return now;
    }
}
