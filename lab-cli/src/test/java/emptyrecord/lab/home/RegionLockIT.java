package emptyrecord.lab.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.LabException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher in another process holds the lock; when it is killed, the next start may continue at once. */
class RegionLockIT {

    @TempDir
    Path folder;

    /** Takes the lock, reports it, and keeps it until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws Exception {
            Path lock = Path.of(args[0]);
            RegionLock.take(lock, lock.resolveSibling("holder"));
            System.out.println("held");
            int end = System.in.read(); // none comes while the test lives
            System.exit(end);
        }
    }

    private Process holder(Path lock) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void aKilledLauncherLeavesNoLock() throws Exception {
        Path lock = folder.resolve(".starting");
        Process other = holder(lock);
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> RegionLock.take(lock, folder.resolve("holder")))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("process " + other.pid());
            other.destroyForcibly().waitFor();
            try (RegionLock mine = RegionLock.take(lock, folder.resolve("holder"))) {
                assertThat(mine).isNotNull();
                assertThat(folder.resolve("holder"))
                        .hasContent(String.valueOf(ProcessHandle.current().pid()));
            }
        } finally {
            other.destroyForcibly();
        }
    }
}
