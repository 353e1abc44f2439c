package emptyrecord.night.judge;

import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.facts.AwsMinutes;
import emptyrecord.night.sample.Sample;
import java.util.Map;
import java.util.OptionalDouble;

/** The outcomes of customers' launches. */
final class LaunchMeasures {

    private static final double TO = AwsMinutes.REPAIR_BEGUN;

    private LaunchMeasures() {}

    static Measure noCapacity(Night night) {
        double share = CustomerWindows.share(
                CustomerWindows.launches(night, Milestones.LAUNCHES_FROM, TO), "InsufficientInstanceCapacity");
        OptionalDouble known = Double.isNaN(share) ? OptionalDouble.empty() : OptionalDouble.of(share);
        return new Measure.Level(
                Thresholds.LAUNCHES_NO_CAPACITY.exceededBy(share),
                known.isPresent() && night.reached() >= TO,
                LeaseMeasures.percent(known));
    }

    /** The first refusal by the throttle once leases are held, if launches work too. */
    static Measure throttled(Night night) {
        Map<String, Integer> seen = CustomerWindows.launches(night, AwsMinutes.LEASES_HELD, Milestones.MIXED_TO);
        OptionalDouble first = night.first(AwsMinutes.LEASES_HELD, s -> count(s, "RequestLimitExceeded") > 0);
        boolean mixed = seen.getOrDefault("launched", 0) > 0;
        return new Measure.Moment(
                mixed ? first : OptionalDouble.empty(),
                false,
                seen.getOrDefault("launched", 0) + " launched, " + seen.getOrDefault("RequestLimitExceeded", 0)
                        + " over the limit");
    }

    private static int count(Sample s, String code) {
        return s.customers().launches().getOrDefault(code, 0);
    }
}
