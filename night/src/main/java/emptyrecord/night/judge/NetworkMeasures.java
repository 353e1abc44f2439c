package emptyrecord.night.judge;

import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.facts.AwsMinutes;
import emptyrecord.night.sample.Sample;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The propagation delay, and the canaries at the end. */
final class NetworkMeasures {

    private NetworkMeasures() {}

    static Measure late(Night night) {
        return Measure.moment(night.first(0, s -> Night.late(s)));
    }

    static Measure normal(Night night) {
        OptionalDouble late = night.first(0, s -> Night.late(s));
        return Measure.moment(
                late.isEmpty()
                        ? late
                        : night.firstLasting(
                                late.getAsDouble(), 30, s -> !Thresholds.DELAY_NOTICED.reachedBy(Night.delay(s))));
    }

    static Measure allGreen(Night night) {
        boolean seen = night.reached() >= AwsMinutes.END - MilestoneRule.TICK;
        if (!seen) {
            return new Measure.Level(false, false, "");
        }
        List<String> red = red(night.samples().getLast());
        return new Measure.Level(red.isEmpty(), true, red.isEmpty() ? "all" : "not green: " + String.join(", ", red));
    }

    static List<String> red(Sample sample) {
        return sample.customers().canaries().entrySet().stream()
                .filter(e -> {
                    Double share = e.getValue().successShare();
                    return share == null || Thresholds.CANARY_GREEN.missedBy(share);
                })
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
