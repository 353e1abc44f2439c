package emptyrecord.kit.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.util.unit.DataSize;

/**
 * Whether the service's next acknowledged change can be written. It asks the disk of {@code lab.data-dir} for its free
 * bytes and tries a write, since a full quota, a read-only mount or a missing right shows only then.
 */
final class DataDiskHealth extends AbstractHealthIndicator {

    /** Bytes of the trial, one block: what has no room for it has none for a journal's line. */
    static final int TRIAL_BYTES = 4096;

    static final String TRIAL = "health.trial";

    private final Path folder;
    private final DataSize freeMin;

    DataDiskHealth(Path folder, DataSize freeMin) {
        super("the data's disk could not be asked");
        this.folder = folder.toAbsolutePath();
        this.freeMin = freeMin;
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder health) {
        health.withDetail("folder", folder.toString()).withDetail("freeBytesMin", freeMin.toBytes());
        try {
            Files.createDirectories(folder);
            tryToWrite();
            long free = Files.getFileStore(folder).getUsableSpace();
            health.withDetail("freeBytes", free);
            if (free < freeMin.toBytes()) {
                health.down().withDetail("advice", "free some space on this disk, or lower lab.disk.free-min");
            } else {
                health.up();
            }
        } catch (IOException e) {
            health.down(e).withDetail("advice", "make the folder writable and free some space on its disk");
        }
    }

    private void tryToWrite() throws IOException {
        Path trial = folder.resolve(TRIAL);
        try {
            Files.write(trial, new byte[TRIAL_BYTES]);
        } finally {
            Files.deleteIfExists(trial);
        }
    }
}
