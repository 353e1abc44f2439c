package emptyrecord.control.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts outcomes twice: as a metric with every outcome present from the start, and since the last sample. An
 * unforeseen outcome is counted as {@code other}.
 */
public final class Tally {

    private final Map<String, Counter> counters = new LinkedHashMap<>();
    private final Map<String, Integer> sinceSample = new TreeMap<>();

    /** @param metric in dots, for example {@code control.customer.launches} */
    public Tally(MeterRegistry meters, String metric, String meaning, Tags tags, List<String> outcomes) {
        for (String outcome : outcomes) {
            counters.put(
                    outcome,
                    Counter.builder(metric)
                            .description(meaning)
                            .tags(tags)
                            .tag("outcome", outcome)
                            .register(meters));
        }
    }

    public synchronized void count(String outcome) {
        String known = counters.containsKey(outcome) ? outcome : "other";
        sinceSample.merge(known, 1, Integer::sum);
        Counter counter = counters.get(known);
        if (counter != null) {
            counter.increment();
        }
    }

    /** The counts since the last call. */
    public synchronized Map<String, Integer> take() {
        Map<String, Integer> taken = new TreeMap<>(sinceSample);
        sinceSample.clear();
        return taken;
    }
}
