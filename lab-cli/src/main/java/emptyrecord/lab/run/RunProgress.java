package emptyrecord.lab.run;

import emptyrecord.api.json.ContractJson;
import emptyrecord.api.run.SettingsFile;
import emptyrecord.night.judge.Run;
import emptyrecord.night.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** How far a run got, from its last sample. */
final class RunProgress {

    private RunProgress() {}

    /** T+ in incident minutes; empty if the record never became empty, or there is no sample. */
    static Optional<Double> of(Path folder) {
        Optional<Instant> zero = RunFiles.report(folder).flatMap(report -> Optional.ofNullable(report.zero()));
        double speed = RunFiles.settings(folder).map(SettingsFile::speed).orElse(0.0);
        return zero.flatMap(z ->
                lastWall(folder.resolve(RunFiles.SAMPLES)).map(wall -> Math.max(0, Run.minutes(speed, z, wall))));
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
            return Optional.ofNullable(
                    ContractJson.MAPPER.readValue(line, Sample.class).wall());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
