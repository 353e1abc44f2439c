package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.lab.Cli;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

    @TempDir
    Path project;

    private Path runs;
    private RunStore store;

    @BeforeEach
    void someRuns() throws IOException {
        runs = project.resolve("runs");
        store = new RunStore(runs);
        TestRuns.night(runs, "20260101-100000-7", "PLAYED");
        TestRuns.night(runs, "20260103-100000-7", "ABORTED");
        TestRuns.night(runs.resolve("team-3"), "20260102-100000-9", "");
        Files.createDirectories(runs.resolve("notes"));
    }

    @Test
    void theRunsOfAllRegionsStandNewestFirst() {
        assertThat(store.all())
                .extracting(RunEntry::id)
                .containsExactly("20260103-100000-7", "20260102-100000-9", "20260101-100000-7");
        assertThat(store.all()).extracting(RunEntry::region).containsExactly("", "team-3", "");
        assertThat(store.all())
                .extracting(RunEntry::verdict)
                .containsExactly("ended early, 2 of 3 milestones", "not judged yet", "2 of 3 milestones");
    }

    @Test
    void aRunIsFoundByLastByItsNameByAPartOfItAndByItsFolder() {
        assertThat(store.find("last").id()).isEqualTo("20260103-100000-7");
        assertThat(store.find("20260101-100000-7").id()).isEqualTo("20260101-100000-7");
        assertThat(store.find("20260102").id()).isEqualTo("20260102-100000-9");
        assertThat(store.find(runs.resolve("20260101-100000-7").toString()).id())
                .isEqualTo("20260101-100000-7");
    }

    @Test
    void aNameThatFitsNoneOrSeveralIsAnswered() {
        assertThatThrownBy(() -> store.find("2027")).hasMessageContaining("./lab runs lists the runs");
        assertThatThrownBy(() -> store.find("100000-7")).hasMessageContaining("fits 2 runs");
        assertThatThrownBy(() -> new RunStore(project.resolve("none")).find("last"))
                .hasMessageContaining("there is no run in");
    }

    @Test
    void onlyARunOfThisPlaceIsDeleted() throws IOException {
        store.delete(store.find("20260102"));
        assertThat(store.all()).hasSize(2);

        Path elsewhere = TestRuns.night(project.resolve("elsewhere"), "20260105-100000-1", "PLAYED");
        assertThatThrownBy(() -> store.delete(store.find(elsewhere.toString())))
                .hasMessageContaining("delete it by hand");
        assertThat(elsewhere).exists();
    }

    @Test
    void aRunThatIsBeingPlayedStays() throws IOException {
        Path playing = TestRuns.night(runs, "20260106-100000-1", "");
        Files.writeString(playing.resolve("samples.jsonl"), "x");
        assertThatThrownBy(() -> store.delete(store.find("20260106"))).hasMessageContaining("is being played");
        Files.writeString(playing.resolve("report.json"), "{\"outcome\":\"UNFINISHED\"}");
        assertThatThrownBy(() -> store.delete(store.find("20260106")))
                .as("somebody judged it meanwhile")
                .hasMessageContaining("is being played");
        assertThat(playing).exists();
    }

    @Test
    void anEmptyNameFitsNoRun() {
        for (String empty : List.of("", " ")) {
            assertThatThrownBy(() -> store.find(empty))
                    .isInstanceOfSatisfying(
                            LabException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.USAGE))
                    .hasMessageContaining("empty");
        }
    }

    @Test
    void aDrillIsListedWithItsScenarioOnceItIsOver() throws IOException {
        Path drill = TestRuns.night(runs, "20260107-100000-drill", "");
        Files.writeString(drill.resolve("settings.json"), "{\"parameters\":{\"scenario\":\"drill\"}}");
        assertThat(store.find("20260107").kind()).isEqualTo("drill");
        Files.writeString(drill.resolve("drill.json"), "{\"scenario\":\"near-miss\"}");
        assertThat(store.find("20260107").kind()).isEqualTo("drill near-miss");
        Path played = TestRuns.night(runs, "20260108-100000-near-miss", "");
        Files.writeString(played.resolve("settings.json"), "{\"parameters\":{\"scenario\":\"near-miss\"}}");
        assertThat(store.find("20260108").kind()).isEqualTo("scenario near-miss");
    }

    @Test
    void theCommandListsOpensAndDeletes() throws IOException {
        assumeTrue(System.getenv("LAB_RUNS") == null, "LAB_RUNS moves the folder that is looked at");
        Path spoilt = TestRuns.night(runs, "20251231-100000-1", "");
        Files.writeString(spoilt.resolve("settings.json"), "{");
        try (Cli lab = new Cli(project)) {
            assertThat(lab.run("runs").out().lines())
                    .hasSize(5)
                    .first()
                    .asString()
                    .contains("when", "kind", "region", "speed", "seed", "verdict", "MiB");
            assertThat(lab.run("runs", "open", "20260101").out())
                    .contains(Path.of("20260101-100000-7", "report.html").toString());
            assertThat(lab.run("runs", "open", "20260102").err()).contains("./lab judge 20260102-100000-9 writes it");
            assertThat(lab.run("runs", "delete", "20260102", "20260103", "--yes")
                            .out())
                    .contains("deleted 2");
        }
        assertThat(store.all()).hasSize(2);
    }

    @Test
    void withoutAnAnswerNothingIsDeleted() {
        assumeTrue(System.getenv("LAB_RUNS") == null, "LAB_RUNS moves the folder that is looked at");
        var in = System.in;
        System.setIn(new java.io.ByteArrayInputStream(new byte[0]));
        try (Cli lab = new Cli(project)) {
            assertThat(lab.run("runs", "delete", "last").out()).contains("delete this run? [y/N]", "nothing deleted");
        } finally {
            System.setIn(in);
        }
        assertThat(store.all()).hasSize(3);
    }
}
