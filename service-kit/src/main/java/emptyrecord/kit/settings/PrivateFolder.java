package emptyrecord.kit.settings;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders of data and logs, which name faults: only their owner may read them (mode 0700 where the file system has
 * modes).
 */
public final class PrivateFolder {

    private static final String OWNER_ONLY = "rwx------";

    private PrivateFolder() {}

    /**
     * Creates it where it is missing, and closes it to others also where it was there, unless it belongs to another user:
     * then its maker has decided who may read it.
     */
    public static Path create(Path folder) throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        try {
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString(OWNER_ONLY));
            }
        } catch (FileSystemException anotherUsers) {
            return folder;
        }
        return folder;
    }
}
