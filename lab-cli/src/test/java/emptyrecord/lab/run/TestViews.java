package emptyrecord.lab.run;

import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.ReplayView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replays as the control room shows them while they run. */
final class TestViews {

    private TestViews() {}

    /** @param minutes T+; null before it */
    static ReplayView replay(@Nullable Double minutes, String phase, Map<String, Long> customers) {
        return replay(minutes, phase, customers, List.of(), null);
    }

    static ReplayView replay(
            @Nullable Double minutes,
            String phase,
            Map<String, Long> customers,
            List<Milestone> milestones,
            @Nullable Map<String, Object> lastAction) {
        return new ReplayView(
                "20260101-100000-7",
                ReplayView.State.RUNNING,
                phase,
                minutes,
                872,
                minutes == null ? 3 : 1,
                20,
                customers,
                milestones,
                lastAction,
                List.of(),
                null,
                "",
                null,
                "runs/20260101-100000-7");
    }

    /** A replay that was aborted. */
    static ReplayView ended(String id, double minutes) {
        return new ReplayView(
                id,
                ReplayView.State.ABORTED,
                "aborted",
                minutes,
                872,
                1,
                20,
                Map.of(),
                List.of(),
                null,
                List.of(),
                "ABORTED",
                "an operator aborted it",
                false,
                "runs/" + id);
    }
}
