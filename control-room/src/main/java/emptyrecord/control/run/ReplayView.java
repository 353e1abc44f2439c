package emptyrecord.control.run;

import emptyrecord.night.judge.Milestone;
import emptyrecord.night.steady.Check;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /replays/current}.
 *
 * @param state STEADYING, TRIGGERING, RUNNING, FINISHED, ABORTED or FAILED
 * @param phase in words
 * @param tPlusMinutes null before T+0
 * @param customersSee canaries' success in percent; a canary without a try in the last 5 minutes is left out
 * @param outcome PLAYED, NEVER_EMPTY, QUIET, ABORTED, FAILED; null while it runs
 * @param allMet null while it runs
 */
public record ReplayView(
        String id,
        State state,
        String phase,
        @Nullable Double tPlusMinutes,
        double untilMinutes,
        int round,
        int maxRounds,
        Map<String, Long> customersSee,
        List<Milestone> milestones,
        @Nullable Map<String, Object> lastAction,
        List<Check> steady,
        @Nullable String outcome,
        String reason,
        @Nullable Boolean allMet,
        String folder) {

    /** The state of a replay. */
    public enum State {
        STEADYING,
        TRIGGERING,
        RUNNING,
        FINISHED,
        ABORTED,
        FAILED;

        boolean over() {
            return this == FINISHED || this == ABORTED || this == FAILED;
        }
    }
}
