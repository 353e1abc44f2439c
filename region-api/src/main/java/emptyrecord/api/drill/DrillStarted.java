package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;
import java.util.Map;

/**
 * The answer to {@code POST /drills}, given once.
 *
 * @param traineeToken bearer token of the trainees; empty in a drill with roles
 * @param folder of the run, on the control room's machine
 * @param roleTokens bearer token of each role, by the words of {@link DrillRole}; empty in a drill without roles
 */
public record DrillStarted(String team, String traineeToken, String folder, Map<String, String> roleTokens) {

    public DrillStarted {
        team = Absent.toEmpty(team);
        traineeToken = Absent.toEmpty(traineeToken);
        folder = Absent.toEmpty(folder);
        roleTokens = Absent.toEmpty(roleTokens);
    }
}
