package emptyrecord.kit.ownlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Bounds a log that another process opened. A full log is copied to a file beside it, which replaces the last such
 * copy, and then emptied. Later lines are appended from its beginning. Lines written between copy and emptying are
 * lost. The logging system could rename its own file, but not the one that gets the process's output and a dying JVM's
 * last words.
 */
final class OwnLog {

    private final Path file;
    private final long bytesMax;

    OwnLog(Path file, long bytesMax) {
        this.file = file;
        this.bytesMax = bytesMax;
    }

    Path before() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    /** Turns the file over if it is full. */
    void look() {
        try {
            if (Files.exists(file) && Files.size(file) > bytesMax) {
                Files.copy(file, before(), StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel log = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    log.truncate(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot turn over " + file, e);
        }
    }
}
