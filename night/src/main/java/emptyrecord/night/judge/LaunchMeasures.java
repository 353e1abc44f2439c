package emptyrecord.night.judge;

import emptyrecord.night.sample.Sample;
import java.util.Map;
import java.util.OptionalDouble;

/** What customers' launches came to. */
final class LaunchMeasures {

    private LaunchMeasures() {}

    static Measure noCapacity(Night night) {
        double share = CustomerWindows.share(CustomerWindows.launches(night, 160, 266), "InsufficientInstanceCapacity");
        OptionalDouble known = Double.isNaN(share) ? OptionalDouble.empty() : OptionalDouble.of(share);
        return new Measure.Level(share > .8, known.isPresent() && night.reached() >= 266, LeaseMeasures.percent(known));
    }

    /** The first refusal by the throttle after T+340, if launches work too before T+460. */
    static Measure throttled(Night night) {
        Map<String, Integer> seen = CustomerWindows.launches(night, 340, 460);
        OptionalDouble first = night.first(340, s -> count(s, "RequestLimitExceeded") > 0);
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
