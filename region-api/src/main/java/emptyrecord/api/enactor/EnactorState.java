package emptyrecord.api.enactor;

import emptyrecord.api.json.Absent;
import org.jspecify.annotations.Nullable;

/**
 * A DNS enactor, as {@code GET /state} shows it.
 *
 * @param enactor its name, for example {@code dns-enactor-a}
 * @param holdingPlan the plan in its memory; null between two passes
 * @param endpoint its current one; null between two endpoints
 * @param step its current step, in words
 * @param attempt locks lost in a row at the endpoint
 * @param lastAppliedPlan null before the first
 */
public record EnactorState(
        String enactor,
        @Nullable Long holdingPlan,
        @Nullable String endpoint,
        String step,
        int attempt,
        @Nullable Long lastAppliedPlan,
        boolean frozen) {

    public EnactorState {
        step = Absent.toEmpty(step);
    }
}
