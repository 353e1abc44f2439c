package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;

/**
 * The answer to {@code POST /drills}, given once.
 *
 * @param traineeToken bearer token of the trainees
 * @param folder of the run, on the control room's machine
 */
public record DrillStarted(String team, String traineeToken, String folder) {

    public DrillStarted {
        team = Absent.toEmpty(team);
        traineeToken = Absent.toEmpty(traineeToken);
        folder = Absent.toEmpty(folder);
    }
}
