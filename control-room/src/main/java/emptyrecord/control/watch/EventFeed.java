package emptyrecord.control.watch;

import emptyrecord.api.Event;
import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Resources;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.kit.events.EventLog;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events of all services and of the control room itself, fetched by sequence number; the newest are kept. */
public final class EventFeed {

    /** Events kept; a night has some thousands. */
    private static final int KEPT = 60_000;

    private static final int PAGE = 1000;

    private final PeerClient http;
    private final List<Peer> peers;
    private final EventLog own;
    private final JsonMapper json;
    private final Map<String, Long> seen = new HashMap<>();
    private final Deque<Event> kept = new ArrayDeque<>();
    private long fetched;

    public EventFeed(PeerClient http, List<Peer> peers, EventLog own, JsonMapper json) {
        this.http = http;
        this.peers = List.copyOf(peers);
        this.own = own;
        this.json = json;
    }

    /** Fetches what is new everywhere. */
    public synchronized void poll() {
        for (Peer peer : peers) {
            poll(peer);
        }
        List<Event> mine = own.after(seen.getOrDefault("", 0L), 10_000);
        mine.forEach(e -> keep("", e));
    }

    /** Fetched events since a wall instant that match, in the order in which they were fetched. */
    public synchronized List<Event> since(Instant wall, Predicate<Event> what) {
        return kept.stream()
                .filter(e -> !e.wall().isBefore(wall) && what.test(e))
                .toList();
    }

    /**
     * A part of the feed.
     *
     * @param position how many events have been fetched so far; ask with it for those that come next
     */
    public record Part(long position, List<Event> events) {}

    /** The newest of the events fetched after a position, {@code most} at most, in the order of fetching. */
    public synchronized Part after(long position, int most) {
        int count = (int) Math.min(Math.min(fetched - position, most), kept.size());
        List<Event> newest = new ArrayList<>();
        Iterator<Event> back = kept.descendingIterator();
        while (newest.size() < count) {
            newest.add(back.next());
        }
        return new Part(fetched, newest.reversed());
    }

    private void poll(Peer peer) {
        List<Event> page;
        do {
            long after = seen.getOrDefault(peer.name(), 0L);
            page = http.get(peer, page(after)).map(this::read).orElse(List.of());
            page.forEach(e -> keep(peer.name(), e));
        } while (page.size() == PAGE);
    }

    /** Event by event: one that cannot be read must not stop the others. */
    private static Resource<JsonNode> page(long after) {
        return Resource.of(Resources.events(after, PAGE).path(), JsonNode.class);
    }

    private List<Event> read(JsonNode page) {
        List<Event> events = new ArrayList<>();
        for (JsonNode node : page) {
            try {
                events.add(json.treeToValue(node, Event.class));
            } catch (JacksonException e) {
                continue;
            }
        }
        return events;
    }

    private void keep(String source, Event event) {
        if (event.seq() > seen.getOrDefault(source, 0L)) {
            seen.put(source, event.seq());
            kept.addLast(event);
            fetched++;
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
    }
}
