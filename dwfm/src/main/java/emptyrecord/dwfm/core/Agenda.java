package emptyrecord.dwfm.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when. Entries run at their own instant, however late the agenda is looked at, so nothing drifts. */
final class Agenda {

    /** @see #at */
    @FunctionalInterface
    interface Action {
        void run(Instant due);
    }

    private record Entry(Instant due, long order, Action action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::order));
    private long order;

    void at(Instant due, Action action) {
        entries.add(new Entry(due, ++order, action));
    }

    /** When the next entry is due; {@link Instant#MAX} if there is none. */
    Instant next() {
        Entry first = entries.peek();
        return first == null ? Instant.MAX : first.due();
    }

    void runUntil(Instant now) {
        for (Entry first = entries.peek(); first != null && !first.due().isAfter(now); first = entries.peek()) {
            entries.remove();
            first.action().run(first.due());
        }
    }
}
