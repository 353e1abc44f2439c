package emptyrecord.control.playback.core;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.night.sample.Sample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The canaries' outcomes of the last 5 incident minutes, summed from samples. Samples know neither how long a call took
 * nor why it was refused, save for launches. Not thread-safe.
 */
final class CallsTrack {

    private static final double WINDOW_MINUTES = 5;
    private static final String LAUNCHED = "launched";

    private final Deque<Seen> seen = new ArrayDeque<>();

    private record Seen(double minutes, Sample.Customers customers) {}

    Map<String, Calls> see(double minutes, Sample sample) {
        seen.addLast(new Seen(minutes, sample.customers()));
        while (seen.getFirst().minutes() <= minutes - WINDOW_MINUTES) {
            seen.removeFirst();
        }
        Map<String, Calls> calls = new TreeMap<>();
        for (String name : sample.customers().canaries().keySet()) {
            int failed = sum(name, Sample.Canary::failed);
            calls.put(
                    name,
                    new Calls(
                            sum(name, Sample.Canary::worked),
                            failed,
                            sum(name, Sample.Canary::neverTried),
                            failed > 0 && name.equals("launch") ? refusal() : null,
                            null,
                            0));
        }
        return calls;
    }

    private int sum(String canary, ToIntFunction<Sample.Canary> count) {
        int sum = 0;
        for (Seen one : seen) {
            Sample.Canary found = one.customers().canaries().get(canary);
            sum += found == null ? 0 : count.applyAsInt(found);
        }
        return sum;
    }

    private @Nullable String refusal() {
        Map<String, Integer> codes = new TreeMap<>();
        seen.forEach(s -> s.customers().launches().forEach((code, n) -> codes.merge(code, n, Integer::sum)));
        codes.remove(LAUNCHED);
        return codes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
