package emptyrecord.lab.run;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.drill.DrillEnd;
import emptyrecord.api.drill.DrillFile;
import emptyrecord.api.json.ContractJson;
import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.region.RegionAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A drill's folder after its end: in the folder of all runs, also when the region is in containers. */
public record DrillFolder(RegionAccess lab) {

    private static final String DEBRIEF = "debrief.html";

    /**
     * Real time for the control room to take back the drill's faults and to close the run's folder: it answers the end
     * of a drill before that.
     */
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(20);

    /**
     * Keeps it.
     *
     * @param end what the control room answered to the end
     * @param copy where a copy of the debrief is wanted
     * @return the debrief
     */
    public Path keep(DrillEnd end, Optional<Path> copy) {
        Path folder = lab.home()
                .runs()
                .resolve(
                        Path.of(end.folder().isEmpty() ? "drill" : end.folder()).getFileName());
        Path debrief = folder.resolve(DEBRIEF);
        try {
            if (!Files.isRegularFile(debrief)) {
                fetch(end, folder);
            }
            if (copy.isPresent()) {
                Files.copy(debrief, copy.get(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LabException("the drill is over, but its debrief cannot be written: " + Failures.reason(e)
                    + "; it is in " + folder);
        }
        return copy.orElse(debrief).toAbsolutePath();
    }

    /** The file that marks it as a drill is copied first; it exists at once, even when the rest never arrives. */
    private void fetch(DrillEnd end, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(DEBRIEF), lab.http().bytes(lab.control().resolve(ControlRoom.DEBRIEF)));
        Files.writeString(folder.resolve(RunFiles.DRILL), pretty(DrillFile.of(end)));
        Waiting waiting = new Waiting(CLOSED_WITHIN);
        RunKind kind = RunKind.ofScenarios(Optional.empty());
        for (String file : kind.files()) {
            Files.write(folder.resolve(file), once(kind, file, folder, waiting));
        }
    }

    private static String pretty(DrillFile drill) {
        return ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(drill);
    }

    private byte[] once(RunKind kind, String file, Path folder, Waiting waiting) {
        URI at = lab.control().resolve(kind.file(folder.getFileName().toString(), file));
        Optional<byte[]> content = lab.http().bytesIfThere(at);
        while (content.isEmpty()) {
            waiting.goOn("the drill is over and its debrief is in " + folder + ", but the run has no " + file);
            content = lab.http().bytesIfThere(at);
        }
        return content.get();
    }
}
