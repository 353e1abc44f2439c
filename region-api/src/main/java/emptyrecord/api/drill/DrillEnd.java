package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;

/**
 * The facilitator's result, the answer to {@code DELETE /drills/current}.
 *
 * @param scenario that was played
 * @param folder of the run, on the control room's machine
 */
public record DrillEnd(String team, String scenario, ScoreSheet score, String folder) {

    public DrillEnd {
        team = Absent.toEmpty(team);
        scenario = Absent.toEmpty(scenario);
        score = score == null ? ScoreSheet.NONE : score;
        folder = Absent.toEmpty(folder);
    }
}
