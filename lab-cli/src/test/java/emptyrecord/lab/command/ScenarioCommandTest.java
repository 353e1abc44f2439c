package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.run.ScenarioSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScenarioCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int lab(String... args) {
        return new CommandLine(new ScenarioCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Test
    void theShippedScenariosAreListedAndPassTheCheck() {
        assertThat(lab("list")).isZero();
        assertThat(out.toString()).contains("near-miss").contains("the-night");
        assertThat(lab("check", "../scenarios/near-miss.yaml", "../scenarios/the-night.yaml"))
                .isZero();
        assertThat(out.toString()).contains("the-night.yaml: a scenario; 2 steps");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aBadFileEndsTheCheckWithOneAndNamesLineAndField(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(
                file, Files.readString(Path.of("../scenarios/near-miss.yaml")).replace("losses: 7", "losses: 70"));

        assertThat(lab("check", file.toString(), "../scenarios/near-miss.yaml")).isEqualTo(ExitStatus.MISSED);
        assertThat(err.toString())
                .contains("method.0.race.losses: ")
                .contains("30")
                .containsPattern("line \\d+");
        assertThat(out.toString()).as("the good one is still checked").contains("near-miss.yaml: a scenario");
    }

    @Test
    void whatIsNeitherFileNorScenarioIsAnsweredWithTheOnesThereAre() {
        assertThatThrownBy(() -> ScenarioSource.find("no-such", LabHome.find(null)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("doing-nothing-is-right");
        assertThatThrownBy(() -> ScenarioSource.find("near-mis", LabHome.find(null)))
                .hasMessageContaining("did you mean 'near-miss'?");
    }
}
