package emptyrecord.night.judge;

import emptyrecord.api.event.EventKind;
import emptyrecord.night.sample.Sample;
import java.util.OptionalDouble;

/** DNS answers, and the calls of the canary that depends on them. */
final class DnsMeasures {

    private DnsMeasures() {}

    static Measure empty(Night night) {
        return Measure.moment(
                night.event(EventKind.RECORD_EMPTY::is).isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty());
    }

    static Measure restored(Night night) {
        OptionalDouble empty = firstEmpty(night);
        return Measure.moment(
                empty.isEmpty()
                        ? empty
                        : night.firstLasting(
                                empty.getAsDouble(), 3, s -> s.regional().answering()));
    }

    static Measure callsGood(Night night) {
        OptionalDouble empty = firstEmpty(night);
        OptionalDouble broken =
                empty.isEmpty() ? empty : night.first(empty.getAsDouble(), s -> tries(s) > 0 && !allWorked(s));
        return Measure.moment(broken.isEmpty() ? broken : lastingSuccess(night, broken.getAsDouble()));
    }

    private static OptionalDouble firstEmpty(Night night) {
        return night.first(0, s -> s.regional().empty());
    }

    /** First try that worked after which every try of 5 minutes worked; samples without a try say nothing. */
    private static OptionalDouble lastingSuccess(Night night, double from) {
        double since = Double.NaN;
        for (Sample s : night.between(from, Double.MAX_VALUE)) {
            if (tries(s) > 0) {
                since = allWorked(s) ? (Double.isNaN(since) ? Night.at(s) : since) : Double.NaN;
            }
            if (!Double.isNaN(since) && Night.at(s) - since >= CustomerWindows.WIDTH) {
                return OptionalDouble.of(since);
            }
        }
        return OptionalDouble.empty();
    }

    private static int tries(Sample s) {
        Sample.Canary canary = s.customers().canaries().get("dynamodb");
        return canary == null ? 0 : canary.tries();
    }

    private static boolean allWorked(Sample s) {
        Sample.Canary canary = s.customers().canaries().get("dynamodb");
        return canary != null && canary.worked() == canary.tries();
    }
}
