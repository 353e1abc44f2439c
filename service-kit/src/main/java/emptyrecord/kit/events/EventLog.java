package emptyrecord.kit.events;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.clock.IncidentClock;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service's own log of events: appended to {@code events.jsonl} in its data folder before {@link #record} returns,
 * the last ones kept in memory and served at {@code GET /events}. Sequence numbers go on after a restart. File and memory
 * are bounded, see {@link EventFiles}.
 */
public final class EventLog implements AutoCloseable {

    /** How many events stay in memory for readers; a reader that polls once a second is never that far behind. */
    static final int KEPT = 20_000;

    /** Characters of their kinds and ids that stay in memory; an event takes some three times as many bytes of heap. */
    static final long KEPT_CHARACTERS = 1_000_000;

    /** Size of an event beside its kind and ids: numbers, times and the objects that hold them. */
    private static final int CHARACTERS_BESIDE = 60;

    private static final Logger log = LoggerFactory.getLogger(EventLog.class);

    private final String service;
    private final IncidentClock clock;
    private final EventFiles files;
    private final FloodGate gate = new FloodGate();
    private final Deque<Event> recent = new ArrayDeque<>();
    private final boolean foundEarlier;
    private long characters;
    private long last;
    private long keptBack;
    private long unwritten;
    private boolean diskTakesEvents = true;

    /** @param folder of the service's data */
    public EventLog(String service, IncidentClock clock, Path folder, JsonMapper json) {
        this.service = service;
        this.clock = clock;
        this.files = new EventFiles(folder, json, EventFiles.BYTES_MAX);
        files.replay(this::keep);
        this.foundEarlier = last > 0;
    }

    /** Appends an event of the catalogue. */
    public Event record(EventKind kind, Map<EventId, ?> ids) {
        return record(kind.word(), EventId.keys(ids));
    }

    /**
     * Appends an event. It never fails: the event has happened, and a full disk must not turn it into a refusal. An
     * event that the disk does not take stays in the log for readers until the service ends; that is logged once and
     * counted.
     *
     * @param kind for example {@code plan-applied}
     * @param ids names and numbers; values are strings, numbers or booleans
     */
    public synchronized Event record(String kind, Map<String, ?> ids) {
        Instant wall = clock.wallInstant();
        Event event =
                new Event(last + 1, wall, clock.minutesSinceZero(wall).orElse(null), service, kind, new TreeMap<>(ids));
        write(event);
        keep(event);
        log.atInfo().log("{} {}", kind, event.ids());
        return event;
    }

    private void write(Event event) {
        try {
            files.append(event);
            diskTakesEvents = true;
        } catch (UncheckedIOException e) {
            unwritten++;
            if (diskTakesEvents) {
                log.atError().setCause(e).log("events are told but no longer written down");
            }
            diskTakesEvents = false;
        }
    }

    /** How many events the disk did not take since the start. */
    public synchronized long unwritten() {
        return unwritten;
    }

    /** Whether the data folder held events when the service started: it is not its first start in this region. */
    public boolean foundEarlierEvents() {
        return foundEarlier;
    }

    /** {@link #recordRequested(String, Map)} of the catalogue. */
    public void recordRequested(EventKind kind, Map<EventId, ?> ids) {
        recordRequested(kind.word(), EventId.keys(ids));
    }

    /**
     * Appends an event that anybody can cause by a request, as often as the request comes. Of a flood of one kind only
     * as many are recorded as {@link FloodGate} lets pass. The next one carries {@code keptBack}, how many were not.
     */
    public synchronized void recordRequested(String kind, Map<String, ?> ids) {
        OptionalLong before = gate.pass(kind, clock.wallInstant());
        if (before.isEmpty()) {
            keptBack++;
        } else if (before.getAsLong() == 0) {
            record(kind, ids);
        } else {
            Map<String, Object> more = new TreeMap<>(ids);
            more.put(EventId.KEPT_BACK.key(), before.getAsLong());
            record(kind, more);
        }
    }

    /** How many events of floods were not recorded since the start. */
    public synchronized long keptBack() {
        return keptBack;
    }

    /** Up to {@code limit} events after sequence number {@code after}, oldest first. */
    public synchronized List<Event> after(long after, int limit) {
        List<Event> found = new ArrayList<>();
        for (Event event : recent) {
            if (event.seq() > after && found.size() < limit) {
                found.add(event);
            }
        }
        return found;
    }

    private void keep(Event event) {
        last = Math.max(last, event.seq());
        recent.addLast(event);
        characters += size(event);
        while (recent.size() > KEPT || characters > KEPT_CHARACTERS && recent.size() > 1) {
            characters -= size(recent.removeFirst());
        }
    }

    private static long size(Event event) {
        long ids = event.ids().entrySet().stream()
                .mapToLong(
                        e -> e.getKey().length() + String.valueOf(e.getValue()).length())
                .sum();
        return CHARACTERS_BESIDE + event.kind().length() + ids;
    }

    @Override
    public void close() {
        files.close();
    }
}
