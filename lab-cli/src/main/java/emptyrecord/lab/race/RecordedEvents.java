package emptyrecord.lab.race;

import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import emptyrecord.race.core.Logged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The events of a run's folder. */
public final class RecordedEvents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RecordedEvents() {}

    /** @param folder of a run, as {@code ./lab replay} prints it at its end */
    public static List<Logged> of(Path folder) {
        Path file = folder.resolve("events.jsonl");
        if (!Files.isRegularFile(file)) {
            throw new LabException(
                    folder + " is not the folder of a run: it has no events.jsonl; ./lab runs lists the runs");
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, Logged.class))
                    .toList();
        } catch (JacksonException e) {
            throw new LabException(file + " has a line that is not an event; the run's folder is damaged");
        } catch (IOException | UncheckedIOException e) {
            throw new LabException("cannot read " + file + ": " + Failures.sentence(e));
        }
    }
}
