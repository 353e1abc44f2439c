package emptyrecord.api.run;

import emptyrecord.api.json.Absent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /replays/current}.
 *
 * @param state RUNNING when the body omits it
 * @param phase in words
 * @param tPlusMinutes null before T+0
 * @param untilMinutes T+ at which it ends
 * @param round of the race; 0 before the first
 * @param customersSee canaries' success in percent; a canary without a try in the last 5 minutes is left out
 * @param lastAction ids of the operators' last action, by {@link emptyrecord.api.event.EventId}; null before the first
 * @param outcome PLAYED, NEVER_EMPTY, QUIET, ABORTED, FAILED; null while it runs
 * @param allMet null while it runs
 * @param folder of the run, on the control room's machine
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

    public ReplayView {
        id = Absent.toEmpty(id);
        state = state == null ? State.RUNNING : state;
        phase = Absent.toEmpty(phase);
        customersSee = Absent.toEmpty(customersSee);
        milestones = Absent.toEmpty(milestones);
        steady = Absent.toEmpty(steady);
        reason = Absent.toEmpty(reason);
        folder = Absent.toEmpty(folder);
    }

    /** The state of a replay. */
    public enum State {
        STEADYING,
        TRIGGERING,
        RUNNING,
        FINISHED,
        ABORTED,
        FAILED;

        public boolean over() {
            return this == FINISHED || this == ABORTED || this == FAILED;
        }
    }

    /** Whether it is over; a replay whose report could not be written has no outcome, only a state. */
    public boolean over() {
        return outcome != null || state.over();
    }
}
