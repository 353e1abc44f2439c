package emptyrecord.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The drills that were played in several regions, beside each other: most points first, then fewest customer minutes lost. */
final class ScoreBoard {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "drill.json";
    private static final String LINE = "%-20s %-30s %6s %8s %8s %8s %8s %8s  %s";

    private final List<Row> rows;

    private ScoreBoard(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * One drill. Minutes are incident minutes after the page; empty where it did not come to that.
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

    /** @param replays folders in which each run has one of its own */
    static ScoreBoard of(List<Path> replays) {
        List<Row> rows = new ArrayList<>();
        for (Path folder : replays) {
            drills(folder).forEach(file -> rows.add(row(file)));
        }
        rows.sort(Comparator.comparing(Row::points).reversed().thenComparing(Row::lostMinutes));
        return new ScoreBoard(rows);
    }

    private static List<Path> drills(Path replays) {
        if (!Files.isDirectory(replays)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(replays)) {
            return runs.map(run -> run.resolve(FILE))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LabException("cannot read " + replays + " (" + e.getMessage() + "); make it readable");
        }
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
            throw new LabException(file + " is no drill's score (" + e.getMessage() + "); move it away");
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

    List<Row> rows() {
        return rows;
    }

    /** A line of heads, then a line a drill. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("team", "scenario", "points", "detect", "cause", "mitigate", "clear", "lost", "debrief"));
        for (Row r : rows) {
            lines.add(line(
                    r.team(),
                    r.scenario(),
                    r.points(),
                    r.detect(),
                    r.hypothesis(),
                    r.mitigate(),
                    r.allClear(),
                    String.format(Locale.ROOT, "%.0f", r.lostMinutes()),
                    r.debrief()));
        }
        return lines;
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, LINE, cells);
    }
}
