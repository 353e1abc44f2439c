package emptyrecord.control.run;

import emptyrecord.api.run.ReplayView.State;
import emptyrecord.scenario.play.ScenarioPlay;
import org.jspecify.annotations.Nullable;

/**
 * How a replay ended.
 *
 * @param outcome PLAYED, NEVER_EMPTY, QUIET, ABORTED or FAILED
 * @param reason empty for a replay that came to its end
 */
record ReplayEnd(State state, String outcome, String reason) {

    /** @param trigger false for a quiet soak */
    static ReplayEnd of(RunScript.RunEnd end, boolean trigger) {
        if (!end.notTakenBack().isEmpty()) {
            return failed("not taken back: " + end.notTakenBack() + "; use the operation reset-all");
        }
        String reason = end.ending().reason();
        return switch (end.ending().outcome()) {
            case SEEN, NOT_SEEN -> new ReplayEnd(State.FINISHED, played(end.play(), trigger), "");
            case ABORTED -> new ReplayEnd(State.ABORTED, "ABORTED", reason);
            case FAILED, NOT_STEADY_BEFORE, NOT_STEADY_AFTER -> failed(reason);
        };
    }

    private static ReplayEnd failed(String reason) {
        return new ReplayEnd(State.FAILED, "FAILED", reason);
    }

    private static String played(@Nullable ScenarioPlay play, boolean trigger) {
        if (!trigger) {
            return "QUIET";
        }
        return play != null && play.emptySince().isPresent() ? "PLAYED" : "NEVER_EMPTY";
    }
}
