package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.run.ReplayView;
import emptyrecord.lab.Cli;
import emptyrecord.lab.RegionDouble;
import emptyrecord.lab.client.Http;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.platform.LocalPlatform;
import emptyrecord.lab.platform.TestStarts;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.terminal.PlainScreen;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message of Ctrl-C in a night. */
class RunInterruptionIT {

    private static final String ID = "20260101-100000-7";
    private static final ReplayView ENDED = TestViews.ended(ID, 311.4);

    @TempDir
    Path project;

    private final StringWriter said = new StringWriter();
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

    private String interrupt(boolean takenDown) {
        LabHome home = LabHome.find(RegionDouble.NAME);
        Http http = new Http();
        PrintWriter out = new PrintWriter(said, true);
        RegionAccess lab = new RegionAccess(home, new LocalPlatform(home, http, line -> {}), http);
        RunInRegion runs =
                new RunInRegion(lab, TestStarts.plain(), RunKind.ofReplays(Optional.empty()), new PlainScreen(out));
        new RunInterruption(runs, takenDown).interrupt(out);
        return said.toString().strip();
    }

    @Test
    void itSaysThatTheRegionWasStoppedWhereTheHalfNightLiesAndHowToJudgeIt() throws IOException {
        TestRuns.night(project.resolve("runs").resolve(RegionDouble.NAME), ID, "ABORTED");
        region.takes(ControlRoom.abortReplay(), TestViews.replay(311.0, "p", Map.of()))
                .shows(ControlRoom.REPLAY, ENDED);

        assertThat(interrupt(true))
                .startsWith("interrupted at T+311: the region was stopped; ")
                .contains(project.resolve("runs")
                        .resolve(RegionDouble.NAME)
                        .resolve(ID)
                        .toString())
                .endsWith("./lab judge " + ID + " judges that part")
                .hasLineCount(1);
    }

    @Test
    void aRegionThatWasThereBeforeGoesOnAndARunInItIsFetched() {
        region.takes(ControlRoom.abortReplay(), ENDED);
        assertThat(interrupt(false))
                .startsWith("interrupted at T+311: the region continues")
                .contains("./lab --name double down stops it", "./lab judge " + ID);
        assertThat(project.resolve("runs/double/" + ID + "/report.html")).exists();
    }

    @Test
    void beforeAnythingIsPlayedThatIsSaid() {
        region.refuses(ControlRoom.abortReplay(), 404, "There was no replay yet");
        assertThat(interrupt(true)).isEqualTo("interrupted: the region was stopped; nothing was played");
    }
}
