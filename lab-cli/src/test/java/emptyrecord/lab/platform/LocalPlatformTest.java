package emptyrecord.lab.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformTest {

    @Test
    void theTailOfALogIsItsLastLines(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("a.log");
        assertThat(LocalPlatform.tail(log, 2)).isEqualTo("(no log yet)");
        Files.writeString(log, "one\ntwo\nthree\n");
        assertThat(LocalPlatform.tail(log, 2)).isEqualTo("two\nthree");
    }
}
