package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while {@code ./lab}, a process of its own, watches a run: one sentence is printed, nothing else happens. */
@EnabledOnOs(OS.LINUX)
class InterruptedRunIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        region.answer("GET /region", 200, "{\"speed\":60,\"seed\":7}");
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
    private String interrupt(Path output, String runs, String ended) throws Exception {
        region.answer("DELETE " + runs + "/current", 202, "{\"id\":\"x\",\"outcome\":null,\"verdict\":null}");
        String before = Files.readString(output);
        Process lab = launched.getLast();
        lab.destroy();
        await().atMost(PATIENCE).until(() -> asked("DELETE " + runs + "/current") == 1);
        region.answer("GET " + runs + "/current", 200, ended);
        assertThat(lab.waitFor()).isEqualTo(143);
        return Files.readString(output).substring(before.length()).strip();
    }

    @Test
    void theNextScenarioIsNotPlayed() throws Exception {
        Path scenarios = Files.createDirectories(project.resolve("scenarios"));
        for (String name : List.of("near-miss", "the-night")) {
            Files.copy(Path.of("../scenarios").resolve(name + ".yaml"), scenarios.resolve(name + ".yaml"));
        }
        region.answer("GET /scenario-runs/current", 200, """
                {"id":"x","scenario":"near-miss","stage":"METHOD","step":"a step","minutes":3,"verdict":null}\
                """);
        Path output = start("scenario", "run", "near-miss", "the-night");
        await().atMost(PATIENCE).until(() -> Files.readString(output).contains("near-miss: a step"));

        String said = interrupt(output, "/scenario-runs", """
                {"id":"x","scenario":"near-miss","stage":"OVER","minutes":3,"verdict":{"outcome":"ABORTED"}}\
                """);

        assertThat(said).startsWith("interrupted: the region goes on").hasLineCount(1);
        assertThat(asked("POST /scenario-runs")).isEqualTo(1);
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void aReplayIsNotJudgedBesideTheHook() throws Exception {
        region.answer("GET /replays/current", 200, """
                {"id":"x","state":"RUNNING","phase":"steady","tPlusMinutes":3,"untilMinutes":872,"outcome":null}\
                """);
        Path output = start("replay");
        await().atMost(PATIENCE).until(() -> Files.readString(output).contains("steady"));

        String said = interrupt(output, "/replays", """
                {"id":"x","state":"ABORTED","phase":"aborted","tPlusMinutes":3,"outcome":"ABORTED"}\
                """);

        assertThat(said).startsWith("interrupted at T+3: the region goes on").hasLineCount(1);
    }
}
