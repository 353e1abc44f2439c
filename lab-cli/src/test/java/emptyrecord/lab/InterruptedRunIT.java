package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.client.Change;
import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Resources;
import emptyrecord.api.client.Routes;
import emptyrecord.api.common.RegionView;
import emptyrecord.api.run.ReplayView;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.api.run.ScenarioRunView.Stage;
import emptyrecord.api.run.Verdict;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** Ctrl-C while {@code ./lab}, a process of its own, watches a run: one sentence is printed, nothing else happens. */
@EnabledOnOs(OS.LINUX)
class InterruptedRunIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Verdict ABORTED =
            new Verdict("near-miss", "A near miss", Verdict.Outcome.ABORTED, "", List.of(), List.of());

    @TempDir
    Path project;

    private RegionDouble region;
    private Process service;
    private final List<Process> launched = new ArrayList<>();

    /** One process replaces all services, so that the region counts as up. */
    @BeforeEach
    void aRegionThatIsUp() throws IOException {
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
        launched.forEach(Process::destroyForcibly);
        service.destroyForcibly();
        region.close();
    }

    private Path start(String... words) throws IOException {
        Path output = project.resolve("lab.out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlab.home=" + project,
                "-cp",
                System.getProperty("java.class.path"),
                "emptyrecord.lab.LabApplication",
                "--name",
                RegionDouble.NAME));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LAB_"));
        launched.add(builder.redirectOutput(output.toFile()).start());
        return output;
    }

    private long asked(String request) {
        return region.heard().stream().filter(h -> h.contains(request + " ")).count();
    }

    /** Interrupts, lets the run end as the control room would, and returns the output after that. */
    private <T> String interrupt(Path output, Change<T> abort, T before, Resource<T> current, T ended)
            throws Exception {
        region.takes(abort, before);
        String read = Files.readString(output);
        Process lab = launched.getLast();
        lab.destroy();
        await().atMost(TIMEOUT).until(() -> asked(RegionDouble.asked(abort)) == 1);
        region.shows(current, ended);
        assertThat(lab.waitFor()).isEqualTo(143);
        return Files.readString(output).substring(read.length()).strip();
    }

    private static ScenarioRunView run(Stage stage, @Nullable Verdict verdict) {
        return new ScenarioRunView("x", "near-miss", "A near miss", stage, "a step", 3, List.of(), verdict, "runs/x");
    }

    private static ReplayView replay(ReplayView.State state, @Nullable String outcome) {
        return new ReplayView(
                "x", state, "steady", 3.0, 872, 0, 20, Map.of(), List.of(), null, List.of(), outcome, "", null,
                "runs/x");
    }

    @Test
    void theNextScenarioIsNotPlayed() throws Exception {
        Path scenarios = Files.createDirectories(project.resolve("scenarios"));
        for (String name : List.of("near-miss", "the-night")) {
            Files.copy(Path.of("../scenarios").resolve(name + ".yaml"), scenarios.resolve(name + ".yaml"));
        }
        ScenarioRunView going = run(Stage.METHOD, null);
        region.shows(ControlRoom.SCENARIO_RUN, going);
        Path output = start("scenario", "run", "near-miss", "the-night");
        await().atMost(TIMEOUT).until(() -> Files.readString(output).contains("near-miss: a step"));

        String said = interrupt(
                output, ControlRoom.abortScenario(), going, ControlRoom.SCENARIO_RUN, run(Stage.OVER, ABORTED));

        assertThat(said).startsWith("interrupted: the region continues").hasLineCount(1);
        assertThat(asked("POST " + Routes.SCENARIO_RUNS)).isEqualTo(1);
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void aReplayIsNotJudgedBesideTheHook() throws Exception {
        ReplayView going = replay(ReplayView.State.RUNNING, null);
        region.shows(ControlRoom.REPLAY, going);
        Path output = start("replay");
        await().atMost(TIMEOUT).until(() -> Files.readString(output).contains("steady"));

        ReplayView ended = replay(ReplayView.State.ABORTED, "ABORTED");
        String said = interrupt(output, ControlRoom.abortReplay(), going, ControlRoom.REPLAY, ended);

        assertThat(said).startsWith("interrupted at T+3: the region continues").hasLineCount(1);
    }
}
