package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.lab.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void written() throws IOException {
        script = folder.resolve("completion");
        try (Cli lab = new Cli(folder)) {
            Files.writeString(script, lab.run("completion", "bash").out());
        }
    }

    private String bash(String text) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "needs bash");
        Process process = new ProcessBuilder(List.of(BASH.toString(), "--norc", "-c", text))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @Test
    void bashAcceptsTheScriptAndKnowsWhatItCompletes() throws Exception {
        assertThat(bash("source " + script + " && complete -p lab")).contains("_complete_lab");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inj|inject",
                "inject thr|throttle",
                "inject throttle --ser|--service",
                "inject stop --service dns-p|dns-planner",
                "guard dns.f|dns.fence",
                "operate nm-|nm-workers",
                "logs fake-d|fake-dynamo",
                "restart nlb|nlb-healthcheck",
                "scenario run near|near-miss",
                "runs del|delete",
                "judge la|last"
            })
    void commandsOptionsAndNamesAreCompleted(String typed, String completed) throws Exception {
        String said = bash("source " + script + "; COMP_WORDS=(lab " + typed
                + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE};"
                + " _complete_lab lab \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\";"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"");
        assertThat(said.lines().map(String::strip)).contains(completed);
    }
}
