package emptyrecord.kit.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class DataDiskHealthTest {

    @TempDir
    Path folder;

    private Health health(DataSize freeMin) {
        return new DataDiskHealth(folder, freeMin).health();
    }

    @Test
    void aDiskWithRoomIsWellAndNothingIsLeftThere() {
        assertThat(health(DataSize.ofBytes(1)).getStatus()).isEqualTo(Status.UP);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tooLittleRoomIsDownAndSaysWhatToDo() {
        Health health = health(DataSize.ofBytes(Long.MAX_VALUE));
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsKeys("freeBytes", "freeBytesMin");
        assertThat(health.getDetails().get("advice")).asString().contains("lab.disk.free-min");
    }

    @Test
    void aDiskThatCannotBeWrittenIsDownHoweverMuchRoomItHas() throws IOException {
        Files.createDirectories(folder.resolve(DataDiskHealth.TRIAL).resolve("in-the-way"));
        Health health = health(DataSize.ofBytes(1));
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("advice")).asString().contains("writable");
    }
}
