package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.failure.ExitStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(LabApplication.run("replay", "--speed", "fast")).isEqualTo(ExitStatus.USAGE);
        assertThat(LabApplication.run("explode")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void aFolderThatCannotBeVerifiedIsTheEnvironmentsFaultAndSaysWhy(@TempDir Path folder) {
        assertThat(LabApplication.run("verify", folder.toString())).isEqualTo(ExitStatus.ENVIRONMENT);
        assertThat(LabApplication.run("verify", folder.toString(), "--cleanup-age", "0"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(LabApplication.run("verify")).isEqualTo(ExitStatus.USAGE);
    }
}
