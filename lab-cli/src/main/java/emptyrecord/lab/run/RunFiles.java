package emptyrecord.lab.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import emptyrecord.api.drill.DrillFile;
import emptyrecord.api.json.ContractJson;
import emptyrecord.api.run.SettingsFile;
import emptyrecord.api.run.Verdict;
import emptyrecord.night.judge.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a run's folder, read with the records that the control room writes. A file that is missing, torn or of
 * another shape is empty.
 */
final class RunFiles {

    static final String SETTINGS = "settings.json";
    static final String REPORT = "report.json";
    static final String VERDICT = "verdict.json";
    static final String DRILL = "drill.json";
    static final String SAMPLES = "samples.jsonl";

    private static final JsonMapper JSON = ContractJson.MAPPER
            .rebuild()
            .addMixIn(Report.class, Headlines.class)
            .build();

    /** A list of runs needs no more of a report; the rest of an old one may have another shape. */
    @JsonIgnoreProperties({"settings", "phases", "marks", "rounds", "machine"})
    private interface Headlines {}

    private RunFiles() {}

    static Optional<SettingsFile<Object>> settings(Path folder) {
        return read(folder.resolve(SETTINGS), new TypeReference<>() {});
    }

    /** Outcome, T+0, milestones and alarms. */
    static Optional<Report> report(Path folder) {
        return read(folder.resolve(REPORT), new TypeReference<>() {});
    }

    static Optional<Verdict> verdict(Path folder) {
        return read(folder.resolve(VERDICT), new TypeReference<>() {});
    }

    static Optional<DrillFile> drill(Path folder) {
        return read(folder.resolve(DRILL), new TypeReference<>() {});
    }

    private static <T> Optional<T> read(Path file, TypeReference<T> type) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.ofNullable(JSON.readValue(Files.readString(file), type))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
