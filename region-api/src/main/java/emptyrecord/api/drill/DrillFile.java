package emptyrecord.api.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import emptyrecord.api.json.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drill's {@code drill.json}. A copy that the command line made of a drill in containers has no log.
 *
 * @param scenario that was played
 * @param log messages and actions, oldest first; null in such a copy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrillFile(
        String team,
        String scenario,
        ScoreSheet score,
        @Nullable List<DrillLine> log) {

    public DrillFile {
        team = Absent.toEmpty(team);
        scenario = Absent.toEmpty(scenario);
        score = score == null ? ScoreSheet.NONE : score;
    }

    /** The file of a drill whose log was left behind. */
    public static DrillFile of(DrillEnd end) {
        return new DrillFile(end.team(), end.scenario(), end.score(), null);
    }
}
