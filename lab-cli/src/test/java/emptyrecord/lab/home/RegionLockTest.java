package emptyrecord.lab.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionLockTest {

    @TempDir
    Path folder;

    @Test
    void aSecondStartInTheSameFolderIsRefusedAndNamesTheFirst() throws IOException {
        Path lock = folder.resolve(".starting");
        Path holder = folder.resolve(".starting.holder");
        try (RegionLock first = RegionLock.take(lock, holder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> RegionLock.take(lock, holder))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("is starting this region");
        }
        RegionLock.take(lock, holder).close();
    }

    @Test
    void aLockThatCannotBeWrittenSaysWhatToDo() {
        Path lock = folder.resolve("no-folder/.starting");
        assertThatThrownBy(() -> RegionLock.take(lock, lock))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("LAB_RUN");
    }
}
