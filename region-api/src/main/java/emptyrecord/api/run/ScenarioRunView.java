package emptyrecord.api.run;

import emptyrecord.api.json.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /scenario-runs/current}.
 *
 * @param stage METHOD when the body omits it
 * @param step of the method; empty outside it
 * @param minutes incident minutes since the run began
 * @param checks the hypothesis as it was last looked at
 * @param verdict null while it runs, its rollback included
 * @param folder of the run, on the control room's machine
 */
public record ScenarioRunView(
        String id,
        String scenario,
        String title,
        Stage stage,
        String step,
        double minutes,
        List<Check> checks,
        @Nullable Verdict verdict,
        String folder) {

    public ScenarioRunView {
        id = Absent.toEmpty(id);
        scenario = Absent.toEmpty(scenario);
        title = Absent.toEmpty(title);
        stage = stage == null ? Stage.METHOD : stage;
        step = Absent.toEmpty(step);
        checks = Absent.toEmpty(checks);
        folder = Absent.toEmpty(folder);
    }

    /** The stage of a run: its premise, its method, its premise again. */
    public enum Stage {
        BEFORE,
        METHOD,
        AFTER,
        OVER
    }
}
