package emptyrecord.api.run;

import emptyrecord.api.json.Absent;
import java.util.List;

/**
 * The result of a scenario's run; also its {@code verdict.json}.
 *
 * @param outcome FAILED when the body omits it
 * @param checks the hypothesis as it was last looked at
 */
public record Verdict(
        String scenario, String title, Outcome outcome, String reason, List<Sight> mustSee, List<Check> checks) {

    public Verdict {
        scenario = Absent.toEmpty(scenario);
        title = Absent.toEmpty(title);
        outcome = outcome == null ? Outcome.FAILED : outcome;
        reason = Absent.toEmpty(reason);
        mustSee = Absent.toEmpty(mustSee);
        checks = Absent.toEmpty(checks);
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
