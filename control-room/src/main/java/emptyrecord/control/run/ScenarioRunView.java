package emptyrecord.control.run;

import emptyrecord.night.steady.Check;
import emptyrecord.scenario.play.ScenarioPlay.Stage;
import emptyrecord.scenario.play.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code GET /scenario-runs/current}.
 *
 * @param step of the method; empty outside it
 * @param minutes incident minutes since the run began
 * @param checks the hypothesis as it was last looked at
 * @param verdict null while it runs, its rollback included
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
        String folder) {}
