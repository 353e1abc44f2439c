package emptyrecord.scenario.play;

import emptyrecord.night.steady.Check;
import java.util.List;

/**
 * The result of a scenario's run.
 *
 * @param checks the hypothesis as it was last looked at
 */
public record Verdict(
        String scenario,
        String title,
        Outcome outcome,
        String reason,
        List<Evidence.Sight> mustSee,
        List<Check> checks) {
    public Verdict {
        mustSee = List.copyOf(mustSee);
        checks = List.copyOf(checks);
    }

    /**
     * SEEN: the hypothesis held before and after, and everything that must be seen was seen; nothing else is a success.
     */
    public enum Outcome {
        SEEN,
        NOT_SEEN,
        NOT_STEADY_BEFORE,
        NOT_STEADY_AFTER,
        FAILED,
        ABORTED
    }
}
