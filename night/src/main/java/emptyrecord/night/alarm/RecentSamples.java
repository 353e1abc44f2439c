package emptyrecord.night.alarm;

import emptyrecord.night.sample.Sample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The samples of the last incident hour, and when things were last well in the last ten. Not thread-safe. */
final class RecentSamples {

    /** Incident minutes: rates of recording.yml, and the two windows of the burn alarm. */
    static final double RATE = 10;

    static final double BURN_SHORT = 20;
    static final double BURN_LONG = 60;

    /** Incident minutes for which an alarm of a loss remembers that the thing was there. */
    static final double BEFORE = 600;

    private final Deque<Timed> samples = new ArrayDeque<>();
    private final Map<String, Double> lastWell = new HashMap<>();
    private double began = Double.NaN;

    private record Timed(double minute, Sample sample) {}

    void see(double minute, Sample sample) {
        began = Double.isNaN(began) ? minute : began;
        samples.addLast(new Timed(minute, sample));
        while (samples.getFirst().minute() <= minute - BURN_LONG) {
            samples.removeFirst();
        }
    }

    Sample now() {
        return samples.getLast().sample();
    }

    private double minute() {
        return samples.getLast().minute();
    }

    /** The sum over the samples of a window that ends now. */
    double sum(double minutes, ToDoubleFunction<Sample> counted) {
        return samples.stream()
                .filter(s -> s.minute() > minute() - minutes)
                .mapToDouble(s -> counted.applyAsDouble(s.sample()))
                .sum();
    }

    /**
     * How much a total grew over a window that ends now; one that fell started again at zero. NaN without two values.
     */
    double growth(double minutes, ToDoubleFunction<Sample> total) {
        double grown = Double.NaN;
        double before = Double.NaN;
        for (Timed s : samples) {
            double value = s.minute() > minute() - minutes ? total.applyAsDouble(s.sample()) : Double.NaN;
            if (Double.isNaN(value)) {
                continue;
            }
            if (!Double.isNaN(before)) {
                grown = (Double.isNaN(grown) ? 0 : grown) + (value >= before ? value - before : value);
            }
            before = value;
        }
        return grown;
    }

    /**
     * Records whether a thing is well now; returns whether it was within {@link #BEFORE}. Before the first sample all
     * was well, because a drill begins in a steady region.
     */
    boolean wasWell(String thing, boolean now) {
        if (now) {
            lastWell.put(thing, minute());
        }
        return minute() - lastWell.getOrDefault(thing, began) < BEFORE;
    }
}
