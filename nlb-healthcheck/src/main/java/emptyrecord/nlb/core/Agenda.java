package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What is to happen when, in order of time and then of entry. An entry runs at its planned time, not at the moment it is
 * noticed, so loops do not drift. Its owner says what time it is; nothing here waits.
 */
final class Agenda {

    private record Entry(Instant at, long order, Runnable work) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private Instant now;
    private long order;

    Agenda(Instant start) {
        this.now = start;
    }

    Instant now() {
        return now;
    }

    void after(Duration wait, Runnable work) {
        at(now.plus(wait), work);
    }

    void at(Instant when, Runnable work) {
        entries.add(new Entry(when, order++, work));
    }

    /** Every {@code period}, first after one period. */
    void every(Duration period, Runnable work) {
        after(period, () -> {
            every(period, work);
            work.run();
        });
    }

    /** Runs all that is due and leaves the clock at {@code time}, or where it was if it was further. */
    void advance(Instant time) {
        for (Entry next = entries.peek(); next != null && !next.at().isAfter(time); next = entries.peek()) {
            entries.poll();
            forward(next.at());
            next.work().run();
        }
        forward(time);
    }

    Optional<Instant> nextDue() {
        return Optional.ofNullable(entries.peek()).map(Entry::at);
    }

    private void forward(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }
}
