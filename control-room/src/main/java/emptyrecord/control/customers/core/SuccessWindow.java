package emptyrecord.control.customers.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A canary's tries over a sliding window, and their success share: worked / (worked + failed + never tried). Not thread-safe.
 */
public final class SuccessWindow {

    private final Duration width;
    private final Deque<Entry> entries = new ArrayDeque<>();

    public SuccessWindow(Duration width) {
        this.width = width;
    }

    private record Entry(Instant at, Outcome outcome, Duration took) {

        boolean worked() {
            return outcome instanceof Outcome.Worked;
        }
    }

    /** @param took real time from the call to its outcome */
    public void add(Instant now, Outcome outcome, Duration took) {
        entries.addLast(new Entry(now, outcome, took));
        expire(now);
    }

    /** Outcomes of the tries inside the window. */
    public Calls calls(Instant now) {
        expire(now);
        List<String> refused = new ArrayList<>();
        List<String> unresolved = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry.outcome()) {
                case Outcome.Worked worked -> {}
                case Outcome.Failed failed -> refused.add(failed.reason());
                case Outcome.NeverTried never -> unresolved.add(never.reason());
            }
            if (!(entry.outcome() instanceof Outcome.NeverTried)) {
                millis.add(entry.took().toNanos() / 1e6);
            }
        }
        int worked = entries.size() - refused.size() - unresolved.size();
        return new Calls(
                worked, refused.size(), unresolved.size(), mostly(refused), mostly(unresolved), median(millis));
    }

    private static @Nullable String mostly(List<String> reasons) {
        Map<String, Integer> counts = new TreeMap<>();
        reasons.forEach(reason -> counts.merge(reason, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? 0 : values.stream().sorted().toList().get(values.size() / 2);
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
