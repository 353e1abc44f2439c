package emptyrecord.scenario;

import emptyrecord.api.drill.Hint;
import emptyrecord.night.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The part of a scenario that a drill needs.
 *
 * @param page the message that wakes the trainee: vague, as at 3 in the morning
 * @param pageAfter the step after which the page can come; null: from the method's begin
 * @param causes the right answers, of {@link Cause}'s names; none where nothing is wrong
 * @param telling the alarm that points at the cause; empty where there is none
 * @param mitigations operations that end the customers' trouble; none where doing nothing is right
 * @param hints in the order in which they are given
 * @param demands stakeholders who come by themselves in a drill with roles
 * @param guards remedies that the debrief describes
 */
public record DrillCard(
        String page,
        @Nullable String pageAfter,
        List<String> causes,
        String telling,
        List<String> mitigations,
        List<Hint> hints,
        List<News> injects,
        List<Demand> demands,
        List<Saving> guards) {
    public DrillCard {
        causes = List.copyOf(causes);
        mitigations = List.copyOf(mitigations);
        hints = List.copyOf(hints);
        injects = List.copyOf(injects);
        demands = List.copyOf(demands);
        guards = List.copyOf(guards);
    }

    /** News for the trainee, incident minutes after the page. */
    public record News(double atMinutes, String text) {}

    /**
     * A stakeholder who wants something, once: from a minute after the page on, as soon as a condition holds.
     *
     * @param who name of a stakeholder of the kit
     * @param atMinutes incident minutes after the page, at the earliest
     * @param when empty: no condition but the minute
     */
    public record Demand(String who, double atMinutes, Optional<Trigger> when) {

        /** Whether it is time. */
        public boolean isDue(double minutesAfterPage, Sample sample) {
            return minutesAfterPage >= atMinutes
                    && when.map(t -> t.holds(sample)).orElse(true);
        }
    }

    /** A measurement that comes into a range. */
    public record Trigger(Gauge gauge, Tolerance tolerance) {

        boolean holds(Sample sample) {
            OptionalDouble value = gauge.in(sample);
            return value.isPresent() && tolerance.allows(value.getAsDouble());
        }
    }

    /** The saving of a guard, and its evidence: measured here, or from the docs. */
    public record Saving(String guard, String saves, String known) {}
}
