package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.RegionView;
import emptyrecord.api.run.Check;
import emptyrecord.api.run.ReplayView;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.api.run.Sight;
import emptyrecord.api.run.Steady;
import emptyrecord.api.run.Verdict;
import emptyrecord.lab.Cli;
import emptyrecord.lab.RegionDouble;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replay, scenario and status in a region that is up: each answer of the control room, and what is made of it. */
@EnabledOnOs(OS.LINUX)
class RunCommandsIT {

    @TempDir
    Path project;

    private Cli cli;
    private RegionDouble region;
    private Process service;

    /** One process stands for all services, so that the region counts as up. */
    @BeforeEach
    void aRegionThatIsUp() throws IOException {
        assumeTrue(System.getenv("LAB_RUN") == null, "LAB_RUN moves the folders that are looked at");
        assumeTrue(System.getenv("LAB_RUNS") == null, "LAB_RUNS moves the folders that are looked at");
        cli = new Cli(project);
        region = new RegionDouble(project);
        service = new ProcessBuilder("sleep", "600").start();
        Path pids = Files.createDirectories(project.resolve("teams/" + RegionDouble.NAME + "/pids"));
        for (ServiceSpec each : RegionLayout.FIRST.services()) {
            Files.writeString(pids.resolve(each.name() + ".pid"), String.valueOf(service.pid()));
        }
        region.shows(Resources.REGION, new RegionView(60, 7, Instant.EPOCH, Set.of()));
    }

    @AfterEach
    void nothingIsLeft() {
        service.destroyForcibly();
        region.close();
        cli.close();
    }

    private Cli.Ran lab(String... words) {
        List<String> all = new ArrayList<>(List.of("--name", RegionDouble.NAME));
        all.addAll(List.of(words));
        return cli.run(all.toArray(String[]::new));
    }

    private Cli.Ran scenario(@Nullable Verdict verdict) throws IOException {
        Path scenarios = Files.createDirectories(project.resolve("scenarios"));
        Files.copy(Path.of("../scenarios/near-miss.yaml"), scenarios.resolve("near-miss.yaml"));
        region.shows(
                ControlRoom.SCENARIO_RUN,
                new ScenarioRunView(
                        "20260101-100000-near-miss",
                        "near-miss",
                        "t",
                        ScenarioRunView.Stage.OVER,
                        "",
                        3,
                        List.of(),
                        verdict,
                        "x"));
        return lab("scenario", "run", "near-miss", "--seed", "9", "--guard", "dns.fence");
    }

    @ParameterizedTest
    @CsvSource({"SEEN,0", "NOT_SEEN,1", "NOT_STEADY_AFTER,1", "NOT_STEADY_BEFORE,4", "FAILED,4", "ABORTED,5"})
    void aScenariosVerdictIsTheExitStatus(Verdict.Outcome outcome, int status) throws IOException {
        Cli.Ran ran = scenario(
                new Verdict("near-miss", "t", outcome, "why", List.of(new Sight("flip", false, "never")), List.of()));

        assertThat(ran.status()).as(ran.all()).isEqualTo(status);
        assertThat(ran.out())
                .contains("near-miss: " + outcome + " (why)", "\u2717 flip: never", "near-miss: taken back");
        assertThat(region.heard())
                .anyMatch(h -> h.startsWith("control-room POST /scenario-runs {\"name\":\"near-miss\",\"text\":")
                        && h.endsWith("\"seed\":9,\"guards\":[\"dns.fence\"]}"));
    }

    @Test
    void aRunsFilesAreFetchedWhereTheControlRoomWroteThemElsewhere() throws IOException {
        scenario(new Verdict("near-miss", "t", Verdict.Outcome.SEEN, "", List.of(), List.of()));
        assertThat(project.resolve("runs/" + RegionDouble.NAME + "/20260101-100000-near-miss"))
                .isDirectoryContaining("glob:**verdict.json")
                .isDirectoryContaining("glob:**settings.json");
    }

    private ReplayView replay(ReplayView.State state, @Nullable String outcome) {
        return new ReplayView(
                "20260101-100000-7",
                state,
                "the report could not be written",
                null,
                872,
                2,
                20,
                Map.of(),
                List.of(),
                null,
                List.of(),
                outcome,
                "",
                null,
                "x");
    }

    @Test
    void aReplayThatIsOverWithoutAnOutcomeSaysWhy() {
        region.shows(ControlRoom.REPLAY, replay(ReplayView.State.FAILED, null));
        Cli.Ran ran = lab("replay", "--until", "40", "--rounds", "3", "--quiet");

        assertThat(ran.err()).contains("over without an outcome: the report could not be written");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
        assertThat(region.heard())
                .contains("control-room POST /replays"
                        + " {\"seed\":7,\"untilMinutes\":40.0,\"trigger\":false,\"maxRounds\":3}");
    }

    @Test
    void aReplayWhoseFolderCannotBeJudgedIsNamedAndNotShownAsPlayed() {
        region.shows(ControlRoom.REPLAY, replay(ReplayView.State.FINISHED, "PLAYED"));
        Cli.Ran ran = lab("replay");

        assertThat(ran.err()).contains("20260101-100000-7").doesNotContain("Exception");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }

    @Test
    void aRefusedStartIsTheControlRoomsSentence() {
        region.refuses(ControlRoom.startReplay(emptyrecord.api.run.ReplayRequest.plain()), 409, "A drill is on");
        Cli.Ran ran = lab("replay");
        assertThat(ran.err()).contains("A drill is on");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }

    @Test
    void theStatusNamesTheChecksThatAreOpen() {
        region.shows(
                ControlRoom.STEADY,
                new Steady(false, List.of(new Check("leases", false, "36 % held"), new Check("peers", true, ""))));
        assertThat(lab("status").out())
                .contains("not steady: leases (36 % held)")
                .doesNotContain("peers");
        region.shows(ControlRoom.STEADY, new Steady(true, List.of()));
        assertThat(lab("status").out()).contains("the region is steady");
    }

    @Test
    void aSteadyStateWithoutChecksIsNotTakenForAStranger() {
        region.answer("GET /steady", 200, "{\"steady\":false,\"since\":\"tomorrow\"}");
        assertThat(lab("status").out()).contains("not steady: ");
    }
}
