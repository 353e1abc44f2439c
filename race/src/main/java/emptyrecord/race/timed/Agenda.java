package emptyrecord.race.timed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** What is due when, on a simulated clock; of two things due at the same moment the one that was entered first comes first. */
final class Agenda implements InstantSource {

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long sequence;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private record Due(Instant at, long sequence, Runnable work) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    void after(Duration wait, Runnable work) {
        queue.add(new Due(now.plus(wait), sequence++, work));
    }

    void run(Duration forSoLong) {
        Instant end = now.plus(forSoLong);
        while (!queue.isEmpty() && !queue.peek().at().isAfter(end)) {
            Due due = queue.remove();
            now = due.at();
            due.work().run();
        }
        now = end;
    }
}
