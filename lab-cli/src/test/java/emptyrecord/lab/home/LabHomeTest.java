package emptyrecord.lab.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.lab.client.Http;
import emptyrecord.lab.platform.LocalPlatform;
import emptyrecord.lab.platform.StartOptions;
import emptyrecord.lab.platform.TestStarts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabHomeTest {

    @TempDir
    Path project;

    private @Nullable String before;

    @BeforeEach
    void here() {
        assumeTrue(System.getenv("LAB_RUN") == null, "LAB_RUN moves the folder that is looked at");
        before = System.setProperty("lab.home", project.toString());
    }

    @AfterEach
    void asItWas() {
        if (before == null) {
            System.clearProperty("lab.home");
        } else {
            System.setProperty("lab.home", before);
        }
    }

    private Path file(String name) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    @Test
    void runsThatLayInTheRegionsFolderGoToWhereAllRunsAre() throws IOException {
        assumeTrue(System.getenv("LAB_RUNS") == null, "LAB_RUNS moves the folder that is looked at");
        file("run/replays/1/debrief.html");
        Path journal = file("run/data/fake-route53/zones.jsonl");
        Path log = file("run/logs/dwfm.log");

        LabHome.find(null).clear();

        assertThat(project.resolve("runs/1/debrief.html")).exists();
        assertThat(journal).doesNotExist();
        assertThat(log).doesNotExist();
    }

    @Test
    void aRegionThatGoesOnHasTheSpeedItWasStartedWith() {
        LabHome home = LabHome.find(null);
        home.started(new LabHome.Started(180, 7, Instant.EPOCH, null, null, null));
        LocalPlatform platform = new LocalPlatform(home, new Http(), line -> {});
        assertThat(platform.speed(TestStarts.of(null, null, true))).isEqualTo(180);
        assertThat(platform.speed(TestStarts.of(null, null, false))).isEqualTo(StartOptions.DEFAULT_SPEED);
        assertThat(platform.speed(TestStarts.of(30.0, null, false))).isEqualTo(30);
    }

    @Test
    void dataLogsAndProcessIdsAreForTheirOwnerOnly() throws IOException {
        Files.createDirectories(project.resolve("run/logs"));
        LabHome.find(null).createFolders();
        for (String folder : List.of("run/data", "run/logs", "run/pids")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(project.resolve(folder))))
                    .as(folder)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void everyRegionHasAFolderForItsRunsInTheOneForAll() {
        assumeTrue(System.getenv("LAB_RUNS") == null, "LAB_RUNS moves the folder that is looked at");
        Path all = project.resolve("runs");
        assertThat(LabHome.find(null).runs()).isEqualTo(all);
        assertThat(LabHome.find("team-2").runs()).isEqualTo(all.resolve("team-2"));
        assertThat(LabHome.find("team-2").allRuns()).isEqualTo(all);
    }
}
