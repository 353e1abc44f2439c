package emptyrecord.night.judge;

import emptyrecord.night.catalogue.Threshold;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.facts.AwsMinutes;
import emptyrecord.night.sample.Sample;
import java.util.OptionalDouble;

/** How many leases DWFM holds, and how many it makes. */
final class LeaseMeasures {

    private static final double FROM = AwsMinutes.CACHES_EXPIRED;
    private static final double TO = AwsMinutes.REPAIR_BEGUN;
    private static final double WINDOW = 15;

    private LeaseMeasures() {}

    static Measure firstCheckFailed(Night night) {
        long before = -1;
        for (Sample s : night.samples()) {
            Sample.Leases leases = s.leases();
            if (leases != null) {
                if (before >= 0 && leases.checksFailedTotal() > before) {
                    return Measure.moment(OptionalDouble.of(Night.at(s)));
                }
                before = leases.checksFailedTotal();
            }
        }
        return Measure.moment(OptionalDouble.empty());
    }

    static Measure under(Night night, Threshold share) {
        return Measure.moment(night.first(0, s -> share.missedBy(Night.heldShare(s))));
    }

    static Measure staysLost(Night night) {
        OptionalDouble most = night.highest(FROM, TO, Night::heldShare);
        return new Measure.Level(
                Thresholds.LEASES_STAY_LOST.missedBy(most.orElse(1)),
                most.isPresent() && night.reached() >= TO,
                "highest " + percent(most));
    }

    static Measure noGoodput(Night night) {
        OptionalDouble best = OptionalDouble.empty();
        for (double from = FROM; from + WINDOW <= TO; from += 1) {
            OptionalDouble made = night.leasesPerMinute(from, from + WINDOW);
            if (made.isPresent()) {
                best = OptionalDouble.of(Math.max(best.orElse(0), made.getAsDouble() / night.capacity()));
            }
        }
        return new Measure.Level(
                Thresholds.GOODPUT_NONE.missedBy(best.orElse(1)),
                best.isPresent() && night.reached() >= TO,
                "best " + percent(best));
    }

    static Measure heldAgain(Night night) {
        return Measure.moment(night.first(TO, s -> Thresholds.LEASES_HELD.reachedBy(Night.heldShare(s))));
    }

    static String percent(OptionalDouble share) {
        return share.isEmpty() ? "unknown" : Math.round(share.getAsDouble() * 1000) / 10.0 + " %";
    }
}
