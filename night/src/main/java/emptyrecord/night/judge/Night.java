package emptyrecord.night.judge;

import emptyrecord.api.Event;
import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The samples of a run from T+0 on, and the questions that milestones ask them. */
final class Night {

    private final List<Sample> samples;
    private final List<Event> events;
    private final double capacity;

    /** @param run counted from its zero ({@link Run#fromZero}) */
    Night(Run run) {
        this.samples = run.samples().stream()
                .filter(s -> s.tPlusMinutes() != null && s.tPlusMinutes() >= 0)
                .toList();
        this.events =
                run.events().stream().filter(e -> e.tPlusMinutes() != null).toList();
        this.capacity = run.settings().capacityPerMinute();
    }

    /** Lease attempts that all DWFM workers can do per minute. */
    double capacity() {
        return capacity;
    }

    static double at(Sample sample) {
        return Objects.requireNonNull(sample.tPlusMinutes());
    }

    List<Sample> samples() {
        return samples;
    }

    /** T+ up to which the run was seen. */
    double reached() {
        return samples.isEmpty() ? -1 : at(samples.getLast());
    }

    List<Sample> between(double from, double to) {
        return samples.stream().filter(s -> at(s) >= from && at(s) <= to).toList();
    }

    OptionalDouble first(double from, Predicate<Sample> what) {
        return samples.stream()
                .filter(s -> at(s) >= from && what.test(s))
                .mapToDouble(Night::at)
                .findFirst();
    }

    /**
     * First time from {@code from} on after which {@code what} holds for {@code span} minutes, observed to their end.
     */
    OptionalDouble firstLasting(double from, double span, Predicate<Sample> what) {
        double since = Double.NaN;
        for (Sample s : samples) {
            if (at(s) < from) {
                continue;
            }
            if (!what.test(s)) {
                since = Double.NaN;
                continue;
            }
            since = Double.isNaN(since) ? at(s) : since;
            if (at(s) - since >= span) {
                return OptionalDouble.of(since);
            }
        }
        return OptionalDouble.empty();
    }

    OptionalDouble highest(double from, double to, ToDoubleFunction<Sample> value) {
        return between(from, to).stream()
                .mapToDouble(value)
                .filter(v -> !Double.isNaN(v))
                .max();
    }

    static double heldShare(Sample s) {
        Sample.Leases leases = s.leases();
        boolean droplets = leases != null && leases.droplets() > 0;
        return droplets ? Measurement.LEASES_HELD_SHARE.in(s) : Double.NaN;
    }

    static double delay(Sample s) {
        return Measurement.PROPAGATION_DELAY_MINUTES.in(s);
    }

    /** Whether network state comes so late that instances start without a network (F16). */
    static boolean late(Sample s) {
        return Thresholds.DELAY_LATE.exceededBy(delay(s));
    }

    /** Leases made per minute between {@code from} and {@code to}; empty without two samples of DWFM. */
    OptionalDouble leasesPerMinute(double from, double to) {
        List<Sample> seen =
                between(from, to).stream().filter(s -> s.leases() != null).toList();
        if (seen.size() < 2 || at(seen.getLast()) - at(seen.getFirst()) < .8 * (to - from)) {
            return OptionalDouble.empty();
        }
        long made = Objects.requireNonNull(seen.getLast().leases()).madeTotal()
                - Objects.requireNonNull(seen.getFirst().leases()).madeTotal();
        return OptionalDouble.of(made / (at(seen.getLast()) - at(seen.getFirst())));
    }

    /** T+ of the first event of a kind. */
    Optional<Double> event(Predicate<Event> what) {
        return events.stream()
                .filter(what)
                .map(Event::tPlusMinutes)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
