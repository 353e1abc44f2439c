package emptyrecord.control.scenario;

import emptyrecord.control.core.scenario.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** What a scenario adds to its run's folder: {@code scenario.yaml} as it was played, and {@code verdict.json}. */
final class ScenarioFolder {

    private static final JsonMapper JSON = new JsonMapper();

    private ScenarioFolder() {}

    static void write(Path folder, Verdict verdict) {
        write(
                folder.resolve("verdict.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(verdict) + "\n");
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + "; is the disk full?", e);
        }
    }
}
