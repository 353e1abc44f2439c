package emptyrecord.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where Tomcat keeps its files. */
class TomcatFolderIT extends LimitedService {

    @Test
    void tomcatKeepsItsFilesBesideTheDataAndCleansThemAtTheStart() throws Exception {
        Path left = Files.createDirectories(data.resolve("tomcat/work")).resolve("left-by-a-killed-process");
        Files.writeString(left, "x");
        List<String> before = tomcatFolders();
        start();
        assertThat(left).doesNotExist();
        assertThat(data.resolve("tomcat")).isDirectory();
        assertThat(tomcatFolders()).isEqualTo(before);
    }

    private static List<String> tomcatFolders() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("tomcat") && name.contains(".0."))
                    .sorted()
                    .toList();
        }
    }
}
