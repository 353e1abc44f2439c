package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.drill.DrillEnd;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.lab.Cli;
import emptyrecord.lab.RegionDouble;
import emptyrecord.lab.failure.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a drill in containers: the run's files come to this machine, and some come late. */
class DrillFolderIT {

    private static final String ID = "20260101-100000-drill";
    private static final String VERDICT = "GET /scenario-runs/" + ID + "/verdict.json";

    @TempDir
    Path project;

    private Cli cli;
    private RegionDouble region;

    @BeforeEach
    void here() throws IOException {
        assumeTrue(System.getenv("LAB_RUN") == null, "LAB_RUN moves the folders that are looked at");
        assumeTrue(System.getenv("LAB_RUNS") == null, "LAB_RUNS moves the folders that are looked at");
        cli = new Cli(project);
        region = new RegionDouble(project);
    }

    @AfterEach
    void asItWas() {
        region.close();
        cli.close();
    }

    @Test
    void aRunThatIsClosedAfterTheDrillIsWaitedFor() {
        region.takes(
                        ControlRoom.endDrill(),
                        new DrillEnd(
                                "blue", "near-miss", new ScoreSheet(List.of(), 7, 10, Map.of()), "/app/runs/" + ID))
                .answer(VERDICT, 404, "{\"detail\":\"Run has no verdict.json (yet)\"}");
        CompletableFuture<Cli.Ran> ended =
                CompletableFuture.supplyAsync(() -> cli.run("--name", RegionDouble.NAME, "drill", "end"));
        Path folder = project.resolve("runs").resolve(RegionDouble.NAME).resolve(ID);
        await().untilAsserted(() -> assertThat(region.heard()).anyMatch(h -> h.contains(VERDICT)));
        assertThat(folder.resolve("debrief.html")).as("it does not wait").exists();
        assertThat(folder.resolve("drill.json")).content().contains("near-miss", "blue");

        region.answer(VERDICT, 200, "{\"outcome\":\"ABORTED\"}");

        await().until(ended::isDone);
        assertThat(ended.join().all()).contains("blue: 7 of 10 points", folder.toString());
        assertThat(ended.join().status()).isEqualTo(ExitStatus.OK);
        assertThat(folder.resolve("verdict.json")).content().contains("ABORTED");
        assertThat(folder.resolve("report.json")).exists();
    }
}
