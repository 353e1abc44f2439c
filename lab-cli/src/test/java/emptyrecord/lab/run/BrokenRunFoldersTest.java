package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders as a full disk, a killed control room or a manual edit leaves them: listed as far as they can be read. */
class BrokenRunFoldersTest {

    private static final String ID = "20260101-100000-7";

    @TempDir
    Path runs;

    private RunStore store;
    private Path folder;

    @BeforeEach
    void oneRun() throws IOException {
        store = new RunStore(runs);
        folder = TestRuns.night(runs, ID, "PLAYED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "{\"startedAt\":\"yesterday\"}"})
    void aRunWithTornSettingsIsListedAndFoundAndDeleted(String settings) throws IOException {
        Files.writeString(folder.resolve(RunFiles.SETTINGS), settings);
        RunEntry entry = store.find(ID);
        assertThat(store.all()).extracting(RunEntry::id).containsExactly(ID);
        assertThat(entry.speed()).isZero();
        assertThat(entry.kind()).isEqualTo("night");
        assertThat(entry.verdict()).isEqualTo("2 of 3 milestones");
        store.delete(entry);
        assertThat(folder).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report.json|{\"outcome\":|not judged yet",
                "report.json|{}|ended before T+0",
                "report.json|{\"outcome\":\"QUIET\",\"alarms\":[]}|steady",
                "report.json|{\"outcome\":\"QUIET\",\"alarms\":[{}]}|not steady",
                "report.json|{\"outcome\":\"ABORTED\",\"zero\":null}|ended before T+0",
                "report.json|{\"outcome\":\"NEVER_EMPTY\"}|never empty",
                "verdict.json|{\"outcome\":\"NOT_SEEN\"}|not all seen",
                "verdict.json|{\"outcome\":\"NOT_STEADY_BEFORE\"}|not steady before",
                "verdict.json|{}|ended early",
                "drill.json|{\"score\":{\"points\":7,\"most\":10}}|7 of 10 points"
            })
    void theVerdictIsWhatTheFilesSay(String file, String content, String verdict) throws IOException {
        Files.writeString(folder.resolve(file), content);
        assertThat(store.find(ID).verdict()).isEqualTo(verdict);
    }

    @Test
    void aTornVerdictLeavesTheReportsWord() throws IOException {
        Files.writeString(folder.resolve("verdict.json"), "{\"outcome\":\"SE");
        assertThat(store.find(ID).verdict()).isEqualTo("2 of 3 milestones");
    }

    @Test
    void aRunWhoseStartCannotBeReadIsTheOldest() throws IOException {
        Path torn = TestRuns.night(runs, "20270101-100000-7", "");
        Files.writeString(torn.resolve(RunFiles.SETTINGS), "{\"startedAt\":\"soon\"}");
        assertThat(store.find("20270101").started()).isEqualTo(Instant.EPOCH);
        assertThat(store.all()).extracting(RunEntry::id).containsExactly(ID, "20270101-100000-7");
    }

    @Test
    void filesAndEmptyFoldersAreNoRuns() throws IOException {
        Files.writeString(runs.resolve("20260109-100000-1"), "a file");
        Files.createDirectories(runs.resolve("20260110-100000-1"));
        Files.createDirectories(runs.resolve("team-3"));
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void aFolderThatIsNoRunIsNotDeletedAlsoWhenItLiesThere() throws IOException {
        Path notes = Files.createDirectories(runs.resolve("notes"));
        assertThatThrownBy(() -> store.delete(store.find(notes.toString())))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.USAGE))
                .hasMessageContaining("delete it by hand");
        assertThat(notes).exists();
    }

    @Test
    void aPathThatLeavesThePlaceIsNotDeleted() throws IOException {
        Path elsewhere = runs.resolveSibling(runs.getFileName() + "-outside");
        Path outside = TestRuns.night(elsewhere, ID, "PLAYED");
        Path sly = runs.resolve("..").resolve(elsewhere.getFileName()).resolve(ID);
        assertThatThrownBy(
                        () -> store.delete(new RunEntry(sly, "", store.find(ID).settings())))
                .hasMessageContaining("is no run in");
        assertThat(outside).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"outcome\":\"PLAYED\",\"zero\":\"T\"}"})
    void aSpoiltFolderIsJudgedWithASentence(String settings) throws IOException {
        Files.writeString(folder.resolve(RunFiles.SETTINGS), settings);
        assertThatThrownBy(() -> RunVerdict.of(folder))
                .isInstanceOf(LabException.class)
                .hasMessageNotContaining("Exception");
    }

    @Test
    void samplesCutOffByAFullDiskStillTellHowFarItCame() throws IOException {
        Files.writeString(folder.resolve("samples.jsonl"), """
            {"wall":"2026-01-01T10:02:00Z"}
            {"wall":"2026-01-01T10:03:00Z"}
            {"wall":"2026-01-01T10:0\
            """);
        Files.writeString(folder.resolve(RunFiles.SETTINGS), """
            {"id":"x","seed":7,"speed":60.0,"guards":[],"untilMinutes":872,"trigger":true,"maxRounds":20,"quietMinutes":5,
             "startedAt":"2026-01-01T10:00:00Z","regionalName":"x","capacityPerMinute":20,"parameters":{}}
            """);
        assertThat(RunProgress.of(folder)).hasValueSatisfying(t -> assertThat(t).isEqualTo(120));
        Files.writeString(folder.resolve("samples.jsonl"), "\n\n");
        assertThat(RunProgress.of(folder)).isEmpty();
    }

    @Test
    void theBiggestFileCountsAndASubfolderDoesNot() throws IOException {
        long before = store.find(ID).bytes();
        Files.write(folder.resolve("events.jsonl"), new byte[1000]);
        Files.createDirectories(folder.resolve("sub"));
        assertThat(store.find(ID).bytes()).isEqualTo(before + 1000);
        assertThat(List.of(store.find(ID).page().orElseThrow().getFileName().toString()))
                .containsExactly("report.html");
    }
}
