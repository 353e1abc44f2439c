package emptyrecord.control.core.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Success share of a canary over a sliding window: worked / (worked + failed + never tried). Not thread-safe. */
public final class SuccessWindow {

    private final Duration width;
    private final Deque<Entry> entries = new ArrayDeque<>();

    public SuccessWindow(Duration width) {
        this.width = width;
    }

    private record Entry(Instant at, boolean worked) {}

    public void add(Instant now, Outcome outcome) {
        entries.addLast(new Entry(now, outcome instanceof Outcome.Worked));
        expire(now);
    }

    /** Empty when there was no try inside the window. */
    public OptionalDouble share(Instant now) {
        expire(now);
        return entries.stream().mapToDouble(e -> e.worked() ? 1 : 0).average();
    }

    private void expire(Instant now) {
        Instant oldest = now.minus(width);
        while (!entries.isEmpty() && entries.getFirst().at().isBefore(oldest)) {
            entries.removeFirst();
        }
    }
}
