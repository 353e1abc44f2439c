package emptyrecord.control.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that its readers see as it was or as it is, never half. It is written beside its place and moved there, so a
 * writer that ends in the middle leaves the old one.
 */
public final class WholeFile {

    private WholeFile() {}

    /** @param file is replaced; its folder is there */
    public static void write(Path file, String text) throws IOException {
        Path name = file.getFileName();
        Path fresh = file.resolveSibling(name + "." + ProcessHandle.current().pid() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
