package emptyrecord.control.run;

import emptyrecord.api.run.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that a scenario adds to its run's folder: {@code scenario.yaml} as it was played, and {@code verdict.json}.
 */
final class ScenarioFolder {

    private static final JsonMapper JSON = new JsonMapper();

    private ScenarioFolder() {}

    static void write(Path folder, Verdict verdict) {
        write(
                folder.resolve("verdict.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(verdict) + "\n");
    }

    /** The file as it is played; of a run with a neutral name only when it is over. */
    static void write(Path folder, ScenarioRuns.Played played) {
        write(folder.resolve("scenario.yaml"), played.text());
    }

    private static void write(Path file, String text) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + "; is the disk full?", e);
        }
    }
}
