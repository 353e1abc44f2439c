package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program {@code ./lab} where it finds no JDK, with a stand-in for docker that prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

    private static final String DOCKER = """
            #!/bin/sh
            case "$*" in
                "compose version" | info) ;;
                "compose ps --quiet control-room") printf '%s' "$RUNS" ;;
                *) echo "docker $*" ;;
            esac
            """;
    private static final String UP = "docker compose up -d --wait";
    private static final String RUN = "docker compose --progress quiet run --rm lab ";

    @TempDir
    Path folder;

    @BeforeEach
    void aMachineWithoutJdk() throws IOException {
        String script = Files.readString(Path.of("../lab"));
        assertThat(script).contains("find_jdk() {\n");
        Files.writeString(folder.resolve("lab"), script.replace("find_jdk() {\n", "find_jdk() {\n    return 1\n"));
        Path docker = folder.resolve("docker");
        Files.writeString(docker, DOCKER);
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
    }

    private String lab(String running, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", folder.resolve("lab").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("RUNS", running);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "replay --seed 7", "scenario run nothing-wrong", "drill start the-night"})
    void whatPlaysStartsTheRegionWhereNoneRuns(String command) throws Exception {
        assertThat(lab("", command.split(" "))).isEqualTo(UP + "\n" + RUN + command + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "status", "scenario run nothing-wrong", "drill start the-night"})
    void aRegionThatRunsIsLeftAsItIs(String command) throws Exception {
        assertThat(lab("4f1d", command.split(" "))).isEqualTo(RUN + command + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "scenario list", "drill board", "runs", "replay --help", "race --search"})
    void whatOnlyLooksStartsNothing(String command) throws Exception {
        assertThat(lab("", command.split(" "))).isEqualTo(RUN + command + "\n");
    }

    @Test
    void startAndEndAreComposesOwn() throws Exception {
        assertThat(lab("", "up", "--speed", "120")).startsWith(UP + "\n").contains("the control room is at http://");
        assertThat(lab("4f1d", "down")).isEqualTo("docker compose --profile * down --remove-orphans\n");
    }
}
