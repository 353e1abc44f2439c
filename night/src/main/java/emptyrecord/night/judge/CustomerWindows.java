package emptyrecord.night.judge;

import static emptyrecord.night.catalogue.Thresholds.CONNECTIONS_COUNTED;
import static emptyrecord.night.catalogue.Thresholds.CONNECTIONS_FAIL;
import static emptyrecord.night.catalogue.Thresholds.LAUNCHES_COUNTED;
import static emptyrecord.night.catalogue.Thresholds.LAUNCHES_WORK;

import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Sums of the customers' outcomes over windows of incident minutes. */
final class CustomerWindows {

    /** Width of the sliding window over connections, minutes (our choice). */
    static final double WIDTH = 5;

    private final List<Sample> samples;
    private final List<double[]> bad = new ArrayList<>();

    CustomerWindows(Night night) {
        this.samples = night.samples();
        slide();
    }

    /** First failed connection of the first bad window. */
    OptionalDouble errorsBegin() {
        return bad.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(bad.getFirst()[0]);
    }

    /** Last failed connection of the last bad window. */
    OptionalDouble errorsEnd() {
        return bad.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(bad.getLast()[1]);
    }

    /** Spans [first failure, last failure] of all bad windows, in order. */
    List<double[]> errorSpans() {
        return List.copyOf(bad);
    }

    private void slide() {
        int start = 0;
        int tried = 0;
        int failed = 0;
        for (int end = 0; end < samples.size(); end++) {
            tried += samples.get(end).customers().connectionsTried();
            failed += samples.get(end).customers().connectionsFailed();
            while (Night.at(samples.get(end)) - Night.at(samples.get(start)) > WIDTH) {
                tried -= samples.get(start).customers().connectionsTried();
                failed -= samples.get(start).customers().connectionsFailed();
                start++;
            }
            if (CONNECTIONS_COUNTED.reachedBy(tried) && failed > CONNECTIONS_FAIL.value() * tried) {
                bad.add(failuresIn(start, end));
            }
        }
    }

    private double[] failuresIn(int start, int end) {
        double[] at = samples.subList(start, end + 1).stream()
                .filter(s -> s.customers().connectionsFailed() > 0)
                .mapToDouble(Night::at)
                .toArray();
        return new double[] {at[0], at[at.length - 1]};
    }

    /** Launch outcomes by code between two times. */
    static Map<String, Integer> launches(Night night, double from, double to) {
        Map<String, Integer> counts = new HashMap<>();
        for (Sample s : night.between(from, to)) {
            s.customers().launches().forEach((code, n) -> counts.merge(code, n, Integer::sum));
        }
        return counts;
    }

    static double share(Map<String, Integer> counts, String code) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? Double.NaN : (double) counts.getOrDefault(code, 0) / all;
    }

    /**
     * From when on there was no RequestLimitExceeded and launches worked, counted to the end of the run; enough launches
     * must lie behind it.
     */
    static OptionalDouble launchesNormalFrom(Night night) {
        OptionalDouble found = OptionalDouble.empty();
        int all = 0;
        int good = 0;
        for (int i = night.samples().size() - 1; i >= 0; i--) {
            Sample s = night.samples().get(i);
            Map<String, Integer> launches = s.customers().launches();
            if (launches.getOrDefault("RequestLimitExceeded", 0) > 0) {
                break;
            }
            all += s.customers().launchCalls();
            good += launches.getOrDefault("launched", 0);
            if (LAUNCHES_COUNTED.reachedBy(all) && good > LAUNCHES_WORK.value() * all) {
                found = OptionalDouble.of(Night.at(s));
            }
        }
        return found;
    }
}
