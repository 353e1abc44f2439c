package emptyrecord.kit.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives services that are launched separately (containers) one origin of incident time. The first to start writes it to
 * a file that all share; the others read it, and so does every later start on the same data. The file appears whole or
 * not at all, since a hard link cannot replace a file.
 */
public final class RegionFile {

    private RegionFile() {}

    /** @param origin wall instant at which incident time and wall time agree */
    record Agreed(double speed, Instant origin) {}

    /**
     * The region's origin: the file's, or the setting's where no file is set.
     *
     * @throws IllegalStateException when the region's data was made at another speed, so that incident time would jump
     */
    public static Instant origin(LabSettings lab, JsonMapper json) {
        Path file = lab.regionFile();
        return file == null ? lab.origin() : agreed(file, lab.speed(), json).origin();
    }

    static Agreed agreed(Path file, double speed, JsonMapper json) {
        if (!Files.exists(file)) {
            propose(file, new Agreed(speed, Instant.now().truncatedTo(ChronoUnit.MILLIS)), json);
        }
        Agreed agreed = json.readValue(file.toFile(), Agreed.class);
        if (agreed.speed() != speed) {
            throw new IllegalStateException("The region's data was made at speed " + agreed.speed()
                    + "; at speed " + speed
                    + " incident time would jump. Go back to that speed, or begin without the data"
                    + " (docker compose down -v)");
        }
        return agreed;
    }

    private static void propose(Path file, Agreed proposal, JsonMapper json) {
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "region", ".draft");
            json.writeValue(draft.toFile(), proposal);
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException anotherWasFirst) {
                // Its origin holds, and is read next.
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write lab.region-file " + file, e);
        }
    }
}
