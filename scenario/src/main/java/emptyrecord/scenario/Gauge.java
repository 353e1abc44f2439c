package emptyrecord.scenario;

import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.sample.Sample;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A measurement, and of what where it is of several things: {@code canary-success} of {@code dynamodb}. */
public record Gauge(Measurement measurement, @Nullable String of) {

    /** The value in a sample; empty when there was no answer. */
    public OptionalDouble in(Sample sample) {
        Double value = measurement.in(sample, of);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public String toString() {
        return measurement.label() + (of == null ? "" : " of " + of);
    }
}
