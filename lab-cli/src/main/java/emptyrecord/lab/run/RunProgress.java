package emptyrecord.lab.run;

import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far a run got, from its last sample. */
final class RunProgress {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RunProgress() {}

    /** T+ in incident minutes; empty if the record never became empty, or there is no sample. */
    static Optional<Double> of(Path folder) {
        Optional<Instant> zero = RunEntry.json(folder.resolve("report.json"))
                .map(report -> report.path("zero").asString(""))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
        return zero.flatMap(z -> lastWall(folder.resolve("samples.jsonl"))
                .map(wall -> Math.max(0, Run.minutes(settings(folder), z, wall))));
    }

    private static RunSettings settings(Path folder) {
        return JSON.readValue(folder.resolve(RunEntry.SETTINGS).toFile(), RunSettings.class);
    }

    /** Of the last complete line: the last one may be torn. */
    private static Optional<Instant> lastWall(Path samples) {
        try (Stream<String> lines = Files.lines(samples)) {
            List<String> all = lines.filter(line -> !line.isBlank()).toList();
            return all.reversed().stream().flatMap(line -> wall(line).stream()).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> wall(String line) {
        try {
            JsonNode wall = JSON.readTree(line).findValue("wall");
            return wall == null ? Optional.empty() : Optional.of(Instant.parse(wall.asString()));
        } catch (JacksonException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
