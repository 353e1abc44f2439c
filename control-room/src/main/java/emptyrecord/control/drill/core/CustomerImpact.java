package emptyrecord.control.drill.core;

import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How an incident hits customers, from the canaries alone: since when, until when, and how many customer minutes were lost. A lost
 * minute is a minute times the share of a canary's calls that did not work, summed over the canaries.
 */
public final class CustomerImpact {

    private static final double LASTING = 5;

    private final Map<String, Double> lost = new TreeMap<>();
    private double before = Double.NaN;
    private double begun = Double.NaN;
    private double wellSince = Double.NaN;
    private double over = Double.NaN;

    public void see(double minute, Sample sample) {
        boolean well = sample.customers().canaries().values().stream().allMatch(CustomerImpact::isWell);
        if (well) {
            wellSince = Double.isNaN(wellSince) ? minute : wellSince;
        } else {
            begun = Double.isNaN(begun) ? minute : begun;
            wellSince = Double.NaN;
            over = Double.NaN;
        }
        if (!Double.isNaN(begun) && !Double.isNaN(wellSince) && minute - wellSince >= LASTING) {
            over = wellSince;
        }
        if (!Double.isNaN(before)) {
            count(sample, minute - before);
        }
        before = minute;
    }

    private static boolean isWell(Sample.Canary canary) {
        Double share = canary.successShare();
        return share == null || Thresholds.CANARY_GREEN.reachedBy(share);
    }

    private void count(Sample sample, double minutes) {
        sample.customers().canaries().forEach((name, canary) -> {
            Double share = canary.successShare();
            lost.merge(name, share == null ? 0 : (1 - share) * minutes, Double::sum);
        });
    }

    /** The first minute at which a canary was below nine in ten. */
    public OptionalDouble began() {
        return optional(begun);
    }

    /** Since when all are well again, for five minutes at least. */
    public OptionalDouble ended() {
        return optional(over);
    }

    /** Whether every canary is well now. */
    public boolean well() {
        return !Double.isNaN(wellSince);
    }

    /** Customer minutes lost, by canary. */
    public Map<String, Double> lost() {
        return Map.copyOf(lost);
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
