package emptyrecord.lab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as the files in its folder describe it.
 *
 * @param region that the run belongs to; empty for the region without a name
 * @param settings the run's {@code settings.json}
 */
public record RunEntry(Path folder, String region, JsonNode settings) {

    private static final JsonMapper JSON = new JsonMapper();
    static final String SETTINGS = "settings.json";

    /** Replaces the scenario in the settings of a drill's run, so that trainees cannot read it there. */
    private static final String DRILL = "drill";

    /** Pages for people; the first that exists is opened. */
    private static final String[] PAGES = {"debrief.html", "report.html"};

    public String id() {
        return folder.getFileName().toString();
    }

    public Instant started() {
        String at = settings.path("startedAt").asString("");
        try {
            return at.isEmpty() ? Files.getLastModifiedTime(folder).toInstant() : Instant.parse(at);
        } catch (IOException | java.time.DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    public double speed() {
        return settings.path("speed").asDouble(0);
    }

    public long seed() {
        return settings.path("seed").asLong(0);
    }

    /** night, quiet, scenario NAME or drill NAME; a drill that is not over shows no name. */
    public String kind() {
        String scenario = settings.path("parameters").path("scenario").asString("");
        Optional<JsonNode> drill = read("drill.json");
        if (drill.isPresent()) {
            return DRILL + " " + drill.get().path("scenario").asString(scenario);
        }
        if (scenario.equals(DRILL)) {
            return DRILL;
        }
        if (!scenario.isEmpty()) {
            return "scenario " + scenario;
        }
        return settings.path("trigger").asBoolean(true) ? "night" : "quiet";
    }

    /** The outcome in a few words, without judging it again. */
    public String verdict() {
        return read("drill.json")
                .map(RunEntry::points)
                .or(() -> read("verdict.json").map(RunEntry::seen))
                .or(() -> read("report.json").map(RunEntry::judged))
                .orElse("not judged yet");
    }

    private static String points(JsonNode drill) {
        JsonNode score = drill.path("score");
        return score.path("points").asInt() + " of " + score.path("most").asInt() + " points";
    }

    private static String seen(JsonNode verdict) {
        return switch (verdict.path("outcome").asString("")) {
            case "SEEN" -> "all seen";
            case "NOT_SEEN" -> "not all seen";
            case "NOT_STEADY_AFTER" -> "not steady after";
            case "NOT_STEADY_BEFORE" -> "not steady before";
            default -> "ended early";
        };
    }

    private static String judged(JsonNode report) {
        long met = StreamSupport.stream(report.path("milestones").spliterator(), false)
                .filter(m -> m.path("verdict").asString().equals("MET"))
                .count();
        String milestones = met + " of " + report.path("milestones").size() + " milestones";
        return switch (report.path("outcome").asString("")) {
            case "PLAYED" -> milestones;
            case "QUIET" -> report.path("alarms").isEmpty() ? "steady" : "not steady";
            case "NEVER_EMPTY" -> "never empty";
            case "FAILED" -> "failed";
            default -> report.path("zero").isNull() ? "ended before T+0" : "ended early, " + milestones;
        };
    }

    /** The page for people; empty if there is none. */
    public Optional<Path> page() {
        return Stream.of(PAGES)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    public long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    Optional<JsonNode> read(String file) {
        return json(folder.resolve(file));
    }

    /** A file's JSON; empty if it is missing or torn. */
    static Optional<JsonNode> json(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(JSON.readTree(Files.readString(file))) : Optional.empty();
        } catch (IOException | UncheckedIOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
