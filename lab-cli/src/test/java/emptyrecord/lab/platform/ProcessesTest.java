package emptyrecord.lab.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.lab.Cli;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.platform.Processes.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** How a process is recognized; this test's own process plays the keeper. */
@EnabledOnOs(OS.LINUX)
class ProcessesTest {

    private static final String SERVICE = "dwfm";

    @TempDir
    Path project;

    private final PidFile written = PidFile.of(ProcessHandle.current());
    private Cli cli;
    private LabHome home;

    @BeforeEach
    void here() {
        assumeTrue(System.getenv("LAB_RUN") == null, "LAB_RUN moves the folder that is looked at");
        cli = new Cli(project);
        home = LabHome.find(null);
        home.createFolders();
    }

    @AfterEach
    void asItWas() {
        cli.close();
    }

    private boolean isKept(Duration wallMoved, @Nullable Long ticks) throws IOException {
        PidFile file = new PidFile(written.pid(), written.startedAt().plus(wallMoved), ticks);
        Files.writeString(home.pidFile(SERVICE), new JsonMapper().writeValueAsString(file));
        return new Processes(home).keeper(SERVICE).isPresent();
    }

    @Test
    void aKeeperIsKnownAgainAfterTheWallClockWasSet() throws IOException {
        assertThat(isKept(Duration.ofHours(1), written.startTicks())).isTrue();
    }

    @Test
    void anotherProcessWithTheSameIdIsNoKeeper() throws IOException {
        long ticks = Objects.requireNonNull(written.startTicks());
        assertThat(isKept(Duration.ZERO, ticks + 1)).isFalse();
    }

    @Test
    void aFileFromBeforeTicksWereKeptIsReadByItsStartTime() throws IOException {
        assertThat(isKept(Duration.ZERO, null)).isTrue();
        assertThat(isKept(Duration.ofHours(1), null)).isFalse();
    }
}
