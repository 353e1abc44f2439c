package emptyrecord.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.Event;
import emptyrecord.night.judge.Report;
import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.testkit.Nights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {

    @TempDir
    Path folder;

    @Test
    void judgingAFolderAgainGivesTheSameReport() throws IOException {
        Report first = finish(Nights.good());
        String json = Files.readString(folder.resolve("report.json"));
        String html = Files.readString(folder.resolve("report.html"));
        Files.delete(folder.resolve("report.json"));
        Files.delete(folder.resolve("report.html"));

        Report second = RunFolder.judge(folder);

        assertThat(second).isEqualTo(first);
        assertThat(folder.resolve("report.json")).hasContent(json);
        assertThat(folder.resolve("report.html")).hasContent(html);
        assertThat(JudgeFolder.table(second)).contains("Record empty").contains("outcome: PLAYED");
    }

    @Test
    void aReportIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        finish(Nights.good());
        Path report = folder.resolve("report.json");
        String whole = Files.readString(report);
        try (InputStream reader = Files.newInputStream(report)) {
            int first = reader.read();
            RunFolder.judge(folder);
            assertThat((char) first + new String(reader.readAllBytes(), StandardCharsets.UTF_8))
                    .as("who reads the old one reads it to its end")
                    .isEqualTo(whole);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "settings.json",
                            "events.jsonl",
                            "samples.jsonl",
                            "dns.jsonl",
                            "desk.jsonl",
                            "report.json",
                            "report.html");
        }
    }

    @Test
    void thePageLoadsNothingFromElsewhere() throws IOException {
        finish(Nights.good());
        String html = Files.readString(folder.resolve("report.html"));
        assertThat(html).contains("uPlot").doesNotContain("{{report}}", "{{chartScript}}", "src=\"http", "href=\"http");
    }

    @Test
    void whatARunSaysIsDataAndNeverMarkup() throws IOException {
        finish(Nights.good());
        long scripts = count(Files.readString(folder.resolve("report.html")), "<script");
        String hostile = "</script><script>alert(1)</script><!--<script>{{{samples}}}";
        List<Event> events = new ArrayList<>(Nights.events());
        events.add(new Event(
                99, Nights.wall(5), null, "dwfm", "fault-injected", Map.of("fault", "latency", "target", hostile)));

        finish(new Run(Nights.settings(), events, Nights.good().samples()));

        String html = Files.readString(folder.resolve("report.html"));
        assertThat(html)
                .contains("\\u003cscript>alert(1)")
                .contains("{{{samples}}}")
                .doesNotContain("<script>alert");
        assertThat(count(html, "<script")).isEqualTo(scripts);
    }

    private static long count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1L;
    }

    @Test
    void aFolderThatIsNotARunSaysWhatItMustHold() {
        assertThatThrownBy(() -> RunFolder.judge(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("settings.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{}", "[]", "7", "{\"id\":\"x\"}"})
    void brokenSettingsAreNamed(String text) throws IOException {
        finish(Nights.good());
        Files.writeString(folder.resolve("settings.json"), text);
        assertThatThrownBy(() -> RunFolder.judge(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("settings.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "7", "{\"seq\":1", "\"text\""})
    void aBrokenLineIsNamedWithItsFileAndNumber(String line) throws IOException {
        for (String file : new String[] {"events.jsonl", "samples.jsonl"}) {
            finish(Nights.good());
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
            lines.add(2, line);
            Files.write(folder.resolve(file), lines);
            assertThatThrownBy(() -> RunFolder.judge(folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file)
                    .hasMessageContaining("line 3");
        }
    }

    @Test
    void aRunThatWasCutOffIsJudgedByWhatThereIs() throws IOException {
        finish(Nights.good());
        for (String file : new String[] {"events.jsonl", "samples.jsonl", "report.json"}) {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            Files.write(folder.resolve(file), Arrays.copyOf(whole, whole.length * 2 / 3));
        }
        assertThat(RunFolder.judge(folder).milestones()).isNotEmpty();
    }

    @Test
    void aFolderWithoutItsSamplesIsNoRunAndGetsNoEmptyOnes() throws IOException {
        finish(Nights.good());
        Files.delete(folder.resolve("samples.jsonl"));
        assertThatThrownBy(() -> RunFolder.judge(folder)).hasMessageContaining("it has no samples.jsonl");
        assertThat(folder.resolve("samples.jsonl")).doesNotExist();
    }

    @Test
    void aNightsNumbersStandBesideTheOthersAndAScenarioHasNone() throws IOException {
        finish(Nights.good());
        Path settings = folder.resolve("settings.json");
        assertThat(Files.readString(settings))
                .contains("\"untilMinutes\" : 872.0", "\"trigger\" : true", "\"maxRounds\" : 20")
                .contains("\"quietMinutes\" : 30.0")
                .doesNotContain("\"night\"");
        assertThat(RunFolder.read(folder).settings()).isEqualTo(Nights.settings());

        RunSettings scenario = scenario(Nights.settings());
        finish(new Run(scenario, List.of(), List.of()));
        assertThat(Files.readString(settings)).doesNotContain("untilMinutes", "trigger", "maxRounds", "\"night\"");
        assertThat(RunFolder.read(folder).settings()).isEqualTo(scenario);
    }

    /** Folders of scenarios that were played before replays had numbers of their own hold zeros. */
    @Test
    void anOldScenariosZerosAreNoNight() throws IOException {
        finish(new Run(scenario(Nights.settings()), List.of(), List.of()));
        Path settings = folder.resolve("settings.json");
        String zeros = "{\"untilMinutes\":0.0,\"trigger\":false,\"maxRounds\":0,\"quietMinutes\":0.0,";
        Files.writeString(settings, zeros + Files.readString(settings).substring(1));
        assertThat(RunFolder.judge(folder).settings().night()).isNull();
    }

    private static RunSettings scenario(RunSettings s) {
        return new RunSettings(
                s.id(),
                s.seed(),
                s.speed(),
                s.guards(),
                s.startedAt(),
                s.regionalName(),
                s.capacityPerMinute(),
                s.playbook(),
                s.parameters(),
                null);
    }

    private Report finish(Run run) {
        try (RunFolder made = new RunFolder(folder, run.settings())) {
            return made.finish(run.events(), run.samples());
        }
    }
}
