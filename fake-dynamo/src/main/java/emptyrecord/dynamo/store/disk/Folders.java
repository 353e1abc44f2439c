package emptyrecord.dynamo.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.store.fs.FilePath;

/** Names in folders, which a power cut can lose as it can lose content. */
final class Folders {

    private Folders() {}

    /** Forces the entry of a file to the disk. Where folders cannot be forced, as on Windows, this does nothing. */
    static void force(String file) {
        if (!FilePath.get(file).getScheme().equals("file")) {
            return;
        }
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                // not supported here
            }
        }
    }
}
