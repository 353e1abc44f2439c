package emptyrecord.kit.ownlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnLogTest {

    private static final int BYTES_MAX = 1000;

    @TempDir
    Path folder;

    @Test
    void aLogThatIsAppendedToStaysBoundedAndEndsWithTheNewest() throws Exception {
        Path file = folder.resolve("some-service.log");
        OwnLog log = new OwnLog(file, BYTES_MAX);
        log.look();
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < 1000; i++) {
                out.write(("line " + i + "\n").getBytes(StandardCharsets.US_ASCII));
                log.look();
            }
        }
        assertThat(Files.size(file) + Files.size(log.before())).isLessThan(3 * BYTES_MAX);
        assertThat(Files.readString(log.before()) + Files.readString(file)).endsWith("line 998\nline 999\n");
    }

    @Test
    void aLogThatIsNotFullIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("some-service.log"), "a line\n");
        OwnLog log = new OwnLog(file, BYTES_MAX);
        log.look();
        assertThat(file).hasContent("a line");
        assertThat(log.before()).doesNotExist();
    }
}
