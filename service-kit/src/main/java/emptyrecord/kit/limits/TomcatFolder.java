package emptyrecord.kit.limits;

import emptyrecord.kit.settings.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where Tomcat keeps its working files: beside the service's data, cleaned at the start. By itself it makes two folders in
 * the temporary directory, which stay there when the process is killed.
 */
final class TomcatFolder {

    private final Path dataDir;
    private final Path folder;

    /** @param dataDir of the service, which is made and closed to others here, before anything is written to it */
    TomcatFolder(Path dataDir) {
        this.dataDir = dataDir.toAbsolutePath();
        this.folder = this.dataDir.resolve("tomcat");
    }

    void useFor(TomcatServletWebServerFactory factory) {
        try {
            PrivateFolder.create(dataDir);
            FileSystemUtils.deleteRecursively(folder);
            Path documents = Files.createDirectories(folder.resolve("documents"));
            factory.setBaseDirectory(folder.toFile());
            factory.setDocumentRoot(documents.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + folder + "; is lab.data-dir writable?", e);
        }
    }
}
