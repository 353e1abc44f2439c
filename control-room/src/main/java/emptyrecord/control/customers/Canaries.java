package emptyrecord.control.customers;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.customers.core.Outcome;
import emptyrecord.control.customers.core.SuccessWindow;
import emptyrecord.control.telemetry.Tally;
import emptyrecord.night.sample.Sample;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the canaries and reports their success: {@code control_canary_success_ratio}, NaN before the first try. */
public final class Canaries {

    private final InstantSource clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public Canaries(InstantSource clock, MeterRegistry meters, Duration window, Map<String, Canary> canaries) {
        this.clock = clock;
        canaries.forEach((name, canary) -> {
            Tally tally = new Tally(
                    meters,
                    "control.canary.calls",
                    "Tries of the canaries by outcome",
                    Tags.of("canary", name),
                    List.of("worked", "failed", "never_tried"));
            entries.put(name, new Entry(canary, tally, new SuccessWindow(window), new AtomicBoolean()));
            Gauge.builder(
                            "control.canary.success.ratio",
                            this,
                            d -> d.share(name).orElse(Double.NaN))
                    .description("Share of the canary's tries of the last 5 incident minutes that worked")
                    .tag("canary", name)
                    .register(meters);
        });
    }

    private record Entry(Canary canary, Tally tally, SuccessWindow window, AtomicBoolean busy) {}

    /** Tries one canary; it is left out while its last try still runs. */
    public void probe(String name) {
        Entry entry = entry(name);
        if (!entry.busy().compareAndSet(false, true)) {
            return;
        }
        try {
            long began = System.nanoTime();
            Outcome outcome = entry.canary().probe();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            entry.tally().count(outcome.tag());
            synchronized (entry.window()) {
                entry.window().add(clock.instant(), outcome, took);
            }
        } finally {
            entry.busy().set(false);
        }
    }

    public OptionalDouble share(String name) {
        Entry entry = entry(name);
        synchronized (entry.window()) {
            return entry.window().share(clock.instant());
        }
    }

    /** Outcomes of the last 5 incident minutes by canary; canaries without a try are left out. */
    public Map<String, Calls> calls() {
        Map<String, Calls> met = new TreeMap<>();
        entries.forEach((name, entry) -> {
            synchronized (entry.window()) {
                Calls calls = entry.window().calls(clock.instant());
                if (calls.all() > 0) {
                    met.put(name, calls);
                }
            }
        });
        return met;
    }

    /** All canaries for a sample; takes their counts since the last call. */
    public Map<String, Sample.Canary> take() {
        Map<String, Sample.Canary> taken = new TreeMap<>();
        entries.forEach((name, entry) -> {
            Map<String, Integer> counts = entry.tally().take();
            OptionalDouble share = share(name);
            taken.put(
                    name,
                    new Sample.Canary(
                            counts.getOrDefault("worked", 0),
                            counts.getOrDefault("failed", 0),
                            counts.getOrDefault("never_tried", 0),
                            share.isEmpty() ? null : (Double) share.getAsDouble()));
        });
        return taken;
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("There is no canary '" + name + "'; there are " + entries.keySet());
        }
        return entry;
    }
}
