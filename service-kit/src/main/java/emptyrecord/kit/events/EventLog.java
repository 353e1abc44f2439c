package emptyrecord.kit.events;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Journal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's own log of events: appended to {@code events.jsonl} in its data folder before {@link #record} returns,
 * the last ones kept in memory and served at {@code GET /events}. Sequence numbers go on after a restart.
 */
public final class EventLog implements AutoCloseable {

    /** How many events stay in memory for readers; a reader that polls once a second is never that far behind. */
    static final int KEPT = 20_000;

    private static final Logger log = LoggerFactory.getLogger(EventLog.class);

    private final String service;
    private final IncidentClock clock;
    private final Journal<Event> journal;
    private final Deque<Event> recent = new ArrayDeque<>();
    private final boolean foundEarlier;
    private long last;

    public EventLog(String service, IncidentClock clock, Journal<Event> journal) {
        this.service = service;
        this.clock = clock;
        this.journal = journal;
        journal.replay(this::keep);
        this.foundEarlier = last > 0;
    }

    /**
     * Appends an event.
     *
     * @param kind for example {@code plan-applied}
     * @param ids names and numbers; values are strings, numbers or booleans
     */
    public synchronized Event record(String kind, Map<String, ?> ids) {
        Instant wall = clock.wallInstant();
        Event event =
                new Event(last + 1, wall, clock.minutesSinceZero(wall).orElse(null), service, kind, new TreeMap<>(ids));
        journal.append(event);
        keep(event);
        log.atInfo().log("{} {}", kind, event.ids());
        return event;
    }

    /** Whether the data folder held events when the service started: it is not its first start in this region. */
    public boolean foundEarlierEvents() {
        return foundEarlier;
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
        if (recent.size() > KEPT) {
            recent.removeFirst();
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
