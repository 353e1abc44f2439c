package emptyrecord.scenario;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.sample.Sample;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A condition on the samples and events of a span. The set is closed; each reports what it found. */
public sealed interface Condition {

    /** Samples and events of the span, in order, with their minutes since the method began. */
    record Seen(List<Sighted<Sample>> samples, List<Sighted<Event>> events) {}

    /** Something with its minute. */
    record Sighted<T>(double minute, T what) {}

    /** Whether it was seen, and the figure behind it. */
    record Finding(boolean met, String detail) {}

    Finding in(Seen seen);

    /** A measurement comes into its tolerance and stays there for a while. */
    record Reaches(Gauge gauge, Tolerance tolerance, double forMinutes) implements Condition {
        @Override
        public Finding in(Seen seen) {
            double since = Double.NaN;
            double nearest = Double.NaN;
            for (Sighted<Sample> s : seen.samples()) {
                OptionalDouble value = gauge.in(s.what());
                if (value.isEmpty()) {
                    continue;
                }
                nearest = Extremes.nearer(tolerance, nearest, value.getAsDouble());
                since = tolerance.allows(value.getAsDouble()) ? (Double.isNaN(since) ? s.minute() : since) : Double.NaN;
                if (!Double.isNaN(since) && s.minute() - since >= forMinutes) {
                    return new Finding(
                            true, "at minute " + Tolerance.number(Math.round(since * 10) / 10.0) + ", " + tolerance);
                }
            }
            return new Finding(
                    false, gauge + " was wanted " + tolerance + ", the nearest was " + Tolerance.number(nearest));
        }
    }

    /** A measurement is in its tolerance whenever it is observed; a span without an observation proves nothing. */
    record Stays(Gauge gauge, Tolerance tolerance) implements Condition {
        @Override
        public Finding in(Seen seen) {
            List<Sighted<OptionalDouble>> values = seen.samples().stream()
                    .map(s -> new Sighted<>(s.minute(), gauge.in(s.what())))
                    .filter(s -> s.what().isPresent())
                    .toList();
            return values.stream()
                    .filter(v -> !tolerance.allows(v.what().orElseThrow()))
                    .findFirst()
                    .map(v -> new Finding(
                            false,
                            gauge + " was " + Tolerance.number(v.what().orElseThrow()) + " at minute "
                                    + Math.round(v.minute()) + ", not " + tolerance))
                    .orElseGet(() -> new Finding(!values.isEmpty(), tolerance + " in " + values.size() + " samples"));
        }
    }

    /** How much a measurement changes from the first observation to the last. */
    record Changes(Gauge gauge, Tolerance by) implements Condition {
        @Override
        public Finding in(Seen seen) {
            double[] values = seen.samples().stream()
                    .map(s -> gauge.in(s.what()))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::orElseThrow)
                    .toArray();
            if (values.length < 2) {
                return new Finding(false, gauge + " was seen " + values.length + " time(s)");
            }
            double change = values[values.length - 1] - values[0];
            return new Finding(by.allows(change), gauge + " changed by " + Tolerance.number(change) + ", wanted " + by);
        }
    }

    /**
     * A number of events of a kind.
     *
     * @param service the one that records it; empty for any, an ending star for a group as {@code dns-enactor-*}
     * @param ids that the event must have, compared as text
     */
    record Happens(EventKind kind, String service, Map<EventId, String> ids, Tolerance times) implements Condition {
        public Happens {
            ids = new TreeMap<>(ids);
        }

        @Override
        public Finding in(Seen seen) {
            long count = seen.events().stream().filter(e -> matches(e.what())).count();
            return new Finding(times.allows(count), kind.word() + " " + count + " time(s), wanted " + times);
        }

        private boolean matches(Event event) {
            return kind.is(event)
                    && told(event.service())
                    && ids.entrySet().stream().allMatch(id -> has(event, id.getKey(), id.getValue()));
        }

        private static boolean has(Event event, EventId id, String wanted) {
            Object value = id.of(event);
            return value != null && wanted.equals(String.valueOf(value));
        }

        private boolean told(String by) {
            return service.isEmpty()
                    || service.equals(by)
                    || (service.endsWith("*") && by.startsWith(service.substring(0, service.length() - 1)));
        }
    }

    /**
     * A plan goes live that is older than the one before it by a number of generations (F31, F38); from the enactors'
     * events.
     */
    record StalePlanGoesLive(String endpoint, Tolerance generations) implements Condition {
        @Override
        public Finding in(Seen seen) {
            double most = seen.events().stream()
                    .map(Sighted::what)
                    .filter(e -> EventKind.PLAN_FLIPPED.is(e) && EventId.ENDPOINT.is(e, endpoint))
                    .mapToDouble(StalePlanGoesLive::age)
                    .max()
                    .orElse(Double.NaN);
            return new Finding(
                    generations.allows(most),
                    "the oldest plan that went live was " + Tolerance.number(most) + " generations behind, wanted "
                            + generations);
        }

        private static double age(Event e) {
            Object before = EventId.ACTIVE_BEFORE.of(e);
            Object plan = EventId.PLAN.of(e);
            return before instanceof Number b && plan instanceof Number p ? b.doubleValue() - p.doubleValue() : 0;
        }
    }

    /**
     * The share of one outcome in the customers' tries.
     *
     * @param leastTries fewer prove nothing
     */
    record OutcomeShare(Tries tries, String outcome, Tolerance share, int leastTries) implements Condition {
        @Override
        public Finding in(Seen seen) {
            int all = seen.samples().stream().mapToInt(s -> tries.all(s.what())).sum();
            int such = seen.samples().stream()
                    .mapToInt(s -> tries.of(s.what(), outcome))
                    .sum();
            if (all < leastTries || all == 0) {
                return new Finding(false, all + " tries prove nothing; " + leastTries + " are needed");
            }
            double part = (double) such / all;
            return new Finding(
                    share.allows(part),
                    Math.round(1000 * part) / 10.0 + " % of " + all + " " + tries + " were " + outcome + ", wanted "
                            + share);
        }
    }
}
