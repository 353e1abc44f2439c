package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.LabApplication;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.race.StepPresenter;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code ./lab race} as far as it needs no region. */
class RaceCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int race(String... arguments) {
        List<String> words = new ArrayList<>(List.of("race"));
        words.addAll(List.of(arguments));
        CommandLine line = LabApplication.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words.toArray(String[]::new));
    }

    @Test
    void theSearchShrinksAndTellsHowToStepItAgain() {
        assertThat(race("--search", "--age", "2")).isEqualTo(ExitStatus.OK);
        assertThat(out.toString())
                .contains("seed ", "shrunk to 11 moves", "deletes the tree of plan 1", "ANSWER: 0")
                .contains("./lab race --schedule \"", "--age 2");
    }

    @Test
    void withAGuardThatHoldsItFindsNothing() {
        assertThat(race("--search", "--age", "2", "--seeds", "20", "--guard", "fence"))
                .isEqualTo(ExitStatus.NEVER_EMPTY);
        assertThat(out.toString()).contains("none of 20 random schedules", "guards [dns.fence]");
    }

    @Test
    void aScheduleIsReplayedWithTheStateAfterEachMove() {
        assertThat(race("--schedule", "c:pick,p:plan*9,a:pick,a:lock,a:flip,c:lock,a:clean,c:flip,a:delete"))
                .isEqualTo(ExitStatus.OK);
        assertThat(out.toString())
                .contains(
                        "17 moves",
                        "holds plan 1",
                        "held by dns-enactor-c",
                        "an older plan is live",
                        "WHICH IS NOT THERE")
                .containsSubsequence("ANSWER: 1", "ANSWER: 0");
    }

    @Test
    void withAGuardAMoveOfTheNightMayBeImpossible() {
        assertThat(race(
                        "--schedule",
                        "c:pick,p:plan*9,a:pick,a:lock,a:flip,c:lock,a:clean,c:flip,a:delete",
                        "--guard",
                        "recheck-after-lock"))
                .isEqualTo(ExitStatus.OK);
        assertThat(out.toString())
                .contains("stale at recheck", "cannot flip: it stands at idle")
                .doesNotContain("***");
    }

    @Test
    void theNightIsSteppedInThisProcess() {
        assertThat(race("--step", "--simulated", "--auto", "0")).isEqualTo(ExitStatus.OK);
        assertThat(out.toString())
                .contains("next: c:lose*3", "NOERROR, ANSWER: 0 (F2, F38)", "that target was not found");
    }

    @Test
    void aStageWaitsForEnterAndGoesOnAtTheEndOfItsInput() {
        StepPresenter stage = new StepPresenter(
                new PrintWriter(out, true), new BufferedReader(new StringReader("\n")), false, Optional.empty());
        stage.show("one", List.of("  a"));
        stage.next("two");
        stage.show("two", List.of("  b"));
        stage.next("three");
        assertThat(out.toString()).containsSubsequence("[1] one", "Enter: two", "[2] two", "Enter: three");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|say what to do",
                "--schedule a:flip|a stands at idle; it can a:pick",
                "--schedule a:pick --from x|not both",
                "--from nowhere|no run and no folder",
                "--search --guard fences|no guard of DNS: dns.fences",
                "--search --age 0|1 generation or more",
                "--search --seeds 0|1 or more",
                "--organic --slow 0|more than nothing",
                "--step --simulated --auto -1|0 to 3600"
            })
    void badInputSaysWhatToDo(String arguments, String says) {
        String[] words = arguments == null ? new String[0] : arguments.split(" ");
        assertThat(race(words)).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains(says);
    }

    @Test
    void theTablesAreMeasuredBySeed() {
        assertThat(race("--table", "--seeds", "5")).isEqualTo(ExitStatus.OK);
        assertThat(race("--organic", "--days", "1", "--slow", "16")).isEqualTo(ExitStatus.OK);
        assertThat(out.toString()).contains("| dns.fence | no, 0 | no, 0 | no, 0 |", "| one enactor | 16 |");
    }

    @Test
    void twoThingsAtOnceAreWrongUsage() {
        assertThat(race("--search", "--step")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void aRunThatIsNoRunIsSaid(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("events.jsonl"), "{\"kind\":");
        assertThat(race("--from", folder.toString())).isEqualTo(ExitStatus.ENVIRONMENT);
        assertThat(err.toString()).contains("a line that is not an event");
    }
}
