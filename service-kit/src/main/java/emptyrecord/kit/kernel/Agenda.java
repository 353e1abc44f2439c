package emptyrecord.kit.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Entries in order of time and then of entry. An entry runs at its planned time, however late the agenda is advanced,
 * so loops do not drift. The owner says what time it is; nothing here waits. Not thread-safe.
 */
public final class Agenda implements InstantSource {

    /** Work that receives the time at which it was due. */
    @FunctionalInterface
    public interface Action {
        void run(Instant due);
    }

    private record Entry(Instant due, long order, Action action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::order));
    private final int capacity;
    private Instant now;
    private long order;

    public Agenda(Instant start) {
        this(start, Integer.MAX_VALUE);
    }

    /** @param capacity entries that {@link #offer} accepts at a time */
    public Agenda(Instant start, int capacity) {
        this.now = start;
        this.capacity = capacity;
    }

    /** The planned time of the entry that runs, or the time of the last {@link #advance}. */
    @Override
    public Instant instant() {
        return now;
    }

    public void at(Instant due, Action action) {
        entries.add(new Entry(due, ++order, action));
    }

    public void after(Duration wait, Runnable work) {
        at(now.plus(wait), due -> work.run());
    }

    /** Every {@code period}, first after one period. */
    public void every(Duration period, Runnable work) {
        after(period, () -> {
            every(period, work);
            work.run();
        });
    }

    /** As {@link #at}, but returns false and enters nothing while the agenda is full. */
    public boolean offer(Instant due, Action action) {
        if (entries.size() >= capacity) {
            return false;
        }
        at(due, action);
        return true;
    }

    /** Runs all that is due, each entry at its own time. A time before the last one turns nothing back. */
    public void advance(Instant to) {
        for (Entry next = entries.peek(); next != null && !next.due().isAfter(to); next = entries.peek()) {
            entries.remove();
            forward(next.due());
            next.action().run(next.due());
        }
        forward(to);
    }

    public Optional<Instant> nextDue() {
        return Optional.ofNullable(entries.peek()).map(Entry::due);
    }

    public int size() {
        return entries.size();
    }

    public void clear() {
        entries.clear();
    }

    private void forward(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }
}
