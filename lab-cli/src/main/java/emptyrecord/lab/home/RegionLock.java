package emptyrecord.lab.home;

import emptyrecord.lab.failure.LabException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One start at a time in a region's folder. The operating system frees the lock when its holder ends for any reason, so
 * a killed launcher leaves nothing to be removed by hand.
 */
public final class RegionLock implements Closeable {

    private final FileChannel channel;

    private RegionLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LabException when another start holds it, naming that process; or when the folder cannot be written */
    public static RegionLock take(Path lock, Path holder) {
        try {
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new LabException("another ./lab" + named(holder)
                        + " is starting this region; wait for it, or end it with Ctrl-C there");
            }
            Files.writeString(holder, String.valueOf(ProcessHandle.current().pid()));
            return new RegionLock(channel);
        } catch (IOException e) {
            throw new LabException("cannot write " + lock + " (" + e.getMessage()
                    + "); is the disk full? make room, or set LAB_RUN to another folder");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static String named(Path holder) {
        try {
            return " (process " + Files.readString(holder).strip() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
