package emptyrecord.night.judge;

import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.judge.Report.Phase;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The customers' view as spans: samples for which something holds, joined over pauses of up to 10 minutes. */
final class Phases {

    private static final double PAUSE = 10;
    private static final double SHORTEST = 2;

    private final Night night;

    Phases(Night night) {
        this.night = night;
    }

    List<Phase> all() {
        List<Phase> phases = new ArrayList<>();
        phases.addAll(spans("No DynamoDB", "Calls to DynamoDB fail: the name has no address", s -> red(s, "dynamodb")));
        phases.addAll(
                spans("No internal tools", "AWS's own tools cannot reach DynamoDB", s -> red(s, "internal-tool")));
        phases.addAll(spans("No launches", "Nearly no instance can be launched", s -> red(s, "launch")));
        phases.addAll(spans(
                "Launches throttled",
                "Launches come back with RequestLimitExceeded",
                s -> s.customers().launches().getOrDefault("RequestLimitExceeded", 0) > 0));
        phases.addAll(spans(
                "No network for new instances",
                "Instances start and stay unreachable for over " + Thresholds.DELAY_LATE.number() + " min",
                Night::late));
        phases.addAll(connections());
        return phases.stream()
                .sorted((a, b) -> Double.compare(a.from(), b.from()))
                .toList();
    }

    private List<Phase> connections() {
        List<double[]> bad = new CustomerWindows(night).errorSpans();
        return spans(
                "Connection errors",
                "Connections through the load balancer fail",
                s -> bad.stream().anyMatch(b -> Night.at(s) >= b[0] && Night.at(s) <= b[1]));
    }

    private static boolean red(Sample s, String name) {
        Double share = Measurement.CANARY_SUCCESS.in(s, name);
        return share != null && Thresholds.CANARY_RED.missedBy(share);
    }

    private List<Phase> spans(String name, String saw, Predicate<Sample> holds) {
        List<Phase> spans = new ArrayList<>();
        double from = Double.NaN;
        double last = Double.NaN;
        for (Sample s : night.samples()) {
            double at = Night.at(s);
            if (holds.test(s)) {
                from = Double.isNaN(from) ? at : from;
                last = at;
            } else if (!Double.isNaN(from) && at - last > PAUSE) {
                add(spans, new Phase(name, saw, from, last));
                from = Double.NaN;
            }
        }
        if (!Double.isNaN(from)) {
            add(spans, new Phase(name, saw, from, night.reached() - last < SHORTEST ? null : (Double) last));
        }
        return spans;
    }

    private static void add(List<Phase> spans, Phase phase) {
        Double to = phase.to();
        if (to == null || to - phase.from() >= SHORTEST) {
            spans.add(phase);
        }
    }
}
