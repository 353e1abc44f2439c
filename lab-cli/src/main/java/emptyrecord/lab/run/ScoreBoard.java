package emptyrecord.lab.run;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.terminal.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drills played in several regions, side by side: most points first, then fewest customer minutes lost. */
public final class ScoreBoard {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "drill.json";

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
                .map(run -> run.folder().resolve(FILE))
                .filter(Files::isRegularFile)
                .map(ScoreBoard::row)
                .toList());
        rows.sort(Comparator.comparing(Row::points).reversed().thenComparing(Row::lostMinutes));
        return new ScoreBoard(rows);
    }

    private static Row row(Path file) {
        try {
            JsonNode drill = JSON.readTree(Files.readString(file));
            JsonNode score = drill.path("score");
            return new Row(
                    drill.path("team").asString(),
                    drill.path("scenario").asString(),
                    score.path("points").asInt(),
                    minutes(score, "detect"),
                    minutes(score, "right hypothesis"),
                    minutes(score, "mitigate"),
                    minutes(score, "all-clear"),
                    StreamSupport.stream(score.path("lostMinutes").spliterator(), false)
                            .mapToDouble(JsonNode::asDouble)
                            .sum(),
                    file.resolveSibling("debrief.html"));
        } catch (IOException | JacksonException e) {
            throw new LabException(file + " is no drill's score; move it away");
        }
    }

    private static String minutes(JsonNode score, String part) {
        return StreamSupport.stream(score.path("parts").spliterator(), false)
                .filter(p -> p.path("name").asString().equals(part))
                .map(p -> p.path("minutes"))
                .filter(JsonNode::isNumber)
                .map(m -> "+" + Math.round(m.asDouble()))
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
