package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.drill.DrillFile;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.api.json.ContractJson;
import emptyrecord.api.run.Check;
import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.SettingsFile;
import emptyrecord.api.run.Sight;
import emptyrecord.api.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run's files, from the control room of today, of last year and of tomorrow. */
class RunFilesTest {

    @TempDir
    Path folder;

    private void write(String file, Object content) throws IOException {
        Files.writeString(
                folder.resolve(file),
                content instanceof String text ? text : ContractJson.MAPPER.writeValueAsString(content));
    }

    @Test
    void whatTheControlRoomWritesIsRead() throws IOException {
        Verdict verdict = new Verdict(
                "az-lost",
                "A zone is lost",
                Verdict.Outcome.NOT_STEADY_AFTER,
                "leases",
                List.of(new Sight("s", true, "d")),
                List.of(new Check("leases", false, "36 %")));
        DrillFile drill = new DrillFile("blue", "near-miss", new ScoreSheet(List.of(), 7, 10, Map.of()), List.of());
        write(RunFiles.VERDICT, verdict);
        write(RunFiles.DRILL, drill);

        assertThat(RunFiles.verdict(folder)).contains(verdict);
        assertThat(RunFiles.drill(folder)).contains(drill);
    }

    @Test
    void settingsAreReadWithoutThePlaybookWhateverItsShape() throws IOException {
        write(RunFiles.SETTINGS, """
                {"id":"x","seed":7,"speed":60.0,"guards":["dns.fence"],"untilMinutes":872.0,"trigger":false,
                 "startedAt":"2026-01-01T10:00:00Z","playbook":[{"when":["anything"]}],"parameters":{"scenario":"az-lost"},
                 "fromTomorrow":{"a":[1]}}
                """);
        SettingsFile<Object> settings = RunFiles.settings(folder).orElseThrow();

        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.trigger()).isFalse();
        assertThat(settings.startedAt()).isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
        assertThat(settings.scenario()).isEqualTo("az-lost");
        assertThat(settings.maxRounds()).as("an older file omits it").isNull();
    }

    @Test
    void aScenarioWhoseNameIsNoTextHasNone() throws IOException {
        write(RunFiles.SETTINGS, "{\"parameters\":{\"scenario\":7}}");
        assertThat(RunFiles.settings(folder).orElseThrow().scenario()).isEmpty();
    }

    @Test
    void onlyTheHeadlinesOfAReportMatterSoAnOldOneIsRead() throws IOException {
        write(RunFiles.REPORT, """
                {"outcome":"ABORTED","zero":"2026-01-01T10:01:00Z","settings":"of another shape","machine":[],"marks":{},
                 "rounds":"none","phases":7,"milestones":[{"name":"a","verdict":"MET"},{"name":"b","verdict":"POSTPONED"}]}
                """);
        var report = RunFiles.report(folder).orElseThrow();

        assertThat(report.outcome()).isEqualTo("ABORTED");
        assertThat(report.milestones())
                .extracting(Milestone::verdict)
                .as("a word of tomorrow counts as absent")
                .containsExactly(Milestone.Verdict.MET, Milestone.Verdict.NOT_REACHED);
        assertThat(report.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "7"})
    void aTornFileIsEmptyAndSoIsAMissingOne(String content) throws IOException {
        assertThat(RunFiles.verdict(folder)).isEmpty();
        for (String file : List.of(RunFiles.SETTINGS, RunFiles.REPORT, RunFiles.VERDICT, RunFiles.DRILL)) {
            write(file, content);
        }
        assertThat(RunFiles.settings(folder)).isEmpty();
        assertThat(RunFiles.report(folder)).isEmpty();
        assertThat(RunFiles.verdict(folder)).isEmpty();
        assertThat(RunFiles.drill(folder)).isEmpty();
    }

    @Test
    void aDrillThatWasFetchedIsTheSameOnTheBoard() throws IOException {
        write(
                RunFiles.DRILL,
                DrillFile.of(new emptyrecord.api.drill.DrillEnd(
                        "blue",
                        "near-miss",
                        new ScoreSheet(
                                List.of(new ScoreSheet.Part(ScoreSheet.DETECT, 2.4, 8, 15, "late")),
                                8,
                                90,
                                Map.of("launch", 3.5)),
                        "/app/runs/x")));
        ScoreBoard board = ScoreBoard.of(List.of(RunEntry.of(folder, "")));

        assertThat(board.rows()).singleElement().satisfies(row -> {
            assertThat(row.team()).isEqualTo("blue");
            assertThat(row.detect()).isEqualTo("+2");
            assertThat(row.mitigate()).isEqualTo("–");
            assertThat(row.lostMinutes()).isEqualTo(3.5);
        });
        assertThat(Files.readString(folder.resolve(RunFiles.DRILL)))
                .as("a copy has no log, not an empty one")
                .doesNotContain("\"log\"");
    }
}
