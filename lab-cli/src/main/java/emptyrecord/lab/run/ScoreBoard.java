package emptyrecord.lab.run;

import emptyrecord.api.drill.DrillFile;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.terminal.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Drills played in several regions, side by side: most points first, then fewest customer minutes lost. */
public final class ScoreBoard {

    private final List<Row> rows;

    private ScoreBoard(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * One drill. Minutes are incident minutes after the page; empty where the drill did not get that far.
     *
     * @param lostMinutes customer minutes lost
     */
    record Row(
            String team,
            String scenario,
            int points,
            String detect,
            String hypothesis,
            String mitigate,
            String allClear,
            double lostMinutes,
            Path debrief) {}

    /** @param runs of all regions; other runs than drills are left out */
    public static ScoreBoard of(List<RunEntry> runs) {
        List<Row> rows = new ArrayList<>(runs.stream()
                .map(RunEntry::folder)
                .filter(folder -> Files.isRegularFile(folder.resolve(RunFiles.DRILL)))
                .map(ScoreBoard::row)
                .toList());
        rows.sort(Comparator.comparing(Row::points).reversed().thenComparing(Row::lostMinutes));
        return new ScoreBoard(rows);
    }

    private static Row row(Path folder) {
        DrillFile drill = RunFiles.drill(folder)
                .orElseThrow(
                        () -> new LabException(folder.resolve(RunFiles.DRILL) + " is no drill's score; move it away"));
        ScoreSheet score = drill.score();
        return new Row(
                drill.team(),
                drill.scenario(),
                score.points(),
                minutes(score, ScoreSheet.DETECT),
                minutes(score, ScoreSheet.HYPOTHESIS),
                minutes(score, ScoreSheet.MITIGATE),
                minutes(score, ScoreSheet.ALL_CLEAR),
                score.lostMinutes().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                folder.resolve("debrief.html"));
    }

    private static String minutes(ScoreSheet score, String part) {
        return score.parts().stream()
                .filter(p -> p.name().equals(part))
                .flatMap(p -> Stream.ofNullable(p.minutes()))
                .map(m -> "+" + Math.round(m))
                .findFirst()
                .orElse("–");
    }

    public List<Row> rows() {
        return rows;
    }

    public Table table() {
        Table table =
                new Table("team", "scenario", "points", "detect", "cause", "mitigate", "clear", "lost", "debrief");
        for (Row r : rows) {
            table.row(
                    r.team(),
                    r.scenario(),
                    r.points(),
                    r.detect(),
                    r.hypothesis(),
                    r.mitigate(),
                    r.allClear(),
                    String.format(Locale.ROOT, "%.0f", r.lostMinutes()),
                    r.debrief());
        }
        return table;
    }
}
