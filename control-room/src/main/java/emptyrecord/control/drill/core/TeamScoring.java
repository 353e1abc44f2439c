package emptyrecord.control.drill.core;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.ScoreSheet.Part;
import java.util.List;

/**
 * Scores the liaison's part of a drill with roles, from its log. All points are our choice:
 *
 * <ul>
 *   <li>status updates 10: the share of the due ones that were sent in time
 *   <li>stakeholders 10: each answer in time counts one, a late one half; a question whose time is not over counts nothing
 * </ul>
 *
 * A faster answer gives no more. A part that nothing was due for has no points to be had.
 */
final class TeamScoring {

    private static final int UPDATES = 10;
    private static final int QUESTIONS = 10;

    private TeamScoring() {}

    static List<Part> parts(List<DrillLine> log) {
        return List.of(updates(log), questions(log));
    }

    private static Part updates(List<DrillLine> log) {
        long missed = of(log, Kind.UPDATE_MISSED).size();
        long inTime = of(log, Kind.UPDATE).stream()
                .filter(l -> l.ids().containsKey("dueAt") && !late(l))
                .count();
        long due = inTime + missed;
        return due == 0
                ? new Part("status updates", null, 0, 0, "none was due")
                : new Part(
                        "status updates",
                        null,
                        share(UPDATES, inTime, due),
                        UPDATES,
                        inTime + " of " + due + " in time");
    }

    private static Part questions(List<DrillLine> log) {
        List<DrillLine> answers = of(log, Kind.ANSWER);
        long late = answers.stream().filter(TeamScoring::late).count();
        long inTime = answers.size() - late;
        long open = of(log, Kind.QUESTION_PUSHED).size() - late;
        long due = answers.size() + open;
        return due == 0
                ? new Part("stakeholders", null, 0, 0, "nobody waited for an answer")
                : new Part(
                        "stakeholders",
                        null,
                        share(QUESTIONS, inTime + late / 2.0, due),
                        QUESTIONS,
                        inTime + " answered in time, " + late + " late, " + open + " never");
    }

    private static List<DrillLine> of(List<DrillLine> log, Kind kind) {
        return log.stream().filter(l -> l.kind() == kind).toList();
    }

    private static boolean late(DrillLine line) {
        return Boolean.TRUE.equals(line.ids().get("late"));
    }

    private static int share(int most, double part, double all) {
        return (int) Math.round(most * part / all);
    }
}
