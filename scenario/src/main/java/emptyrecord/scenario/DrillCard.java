package emptyrecord.scenario;

import emptyrecord.api.drill.Hint;
import java.util.List;
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
        List<Saving> guards) {
    public DrillCard {
        causes = List.copyOf(causes);
        mitigations = List.copyOf(mitigations);
        hints = List.copyOf(hints);
        injects = List.copyOf(injects);
        guards = List.copyOf(guards);
    }

    /** News for the trainee, incident minutes after the page. */
    public record News(double atMinutes, String text) {}

    /** The saving of a guard, and its evidence: measured here, or from the docs. */
    public record Saving(String guard, String saves, String known) {}
}
