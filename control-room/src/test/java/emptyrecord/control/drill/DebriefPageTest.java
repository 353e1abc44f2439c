package emptyrecord.control.drill;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebriefPageTest {

    private final Scenario scenario = new ScenarioFiles().shipped("the-night");
    private final DrillDesk desk = new DrillDesk(scenario.drill().orElseThrow(), false);
    private final List<DebriefPage.Point> curve = new ArrayList<>();

    private String debrief(Path folder) throws Exception {
        for (double t = 0; t <= 60; t++) {
            Sample s = Nights.sample(1, t);
            desk.see(t, s, List.of(), true);
            curve.add(DebriefPage.Point.of(t, s));
            if (t == 20) {
                desk.read("RegionalRecordEmpty");
                desk.hypothesis("dns-record-empty", "<script>alert(1)</script> {{team}} {{{team}}}");
                desk.acted("install-plan", Map.of());
            }
        }
        desk.end();
        DebriefFolder.write(folder, "Team <b>", scenario, desk, curve);
        assertThat(Files.readString(folder.resolve("drill.json")))
                .contains("RegionalRecordEmpty")
                .contains("parts");
        return Files.readString(folder.resolve("debrief.html"));
    }

    @Test
    void theDebriefTellsWhenTheAlarmFiredAndWhenItWasReadBesideAwssNight(@TempDir Path folder) throws Exception {
        assertThat(debrief(folder))
                .contains("RegionalRecordEmpty. It fired at minute 1")
                .contains("read at minute 20")
                .contains("<td>157</td><td>F8</td>")
                .contains("measured in this lab")
                .contains("from the documentation")
                .contains("<polyline")
                .contains("Customer minutes lost: ");
    }

    @Test
    void whatTeamsWroteIsTextAndNothingIsLoaded(@TempDir Path folder) throws Exception {
        assertThat(debrief(folder))
                .as("in the table and as the curve's mark")
                .contains("<td>[dns-record-empty] &lt;script&gt;alert(1)&lt;/script&gt; {{team}} {{{team}}}</td>")
                .contains("<title>HYPOTHESIS &lt;script&gt;alert(1)&lt;/script&gt; {{team}} {{{team}}}</title>")
                .contains("Team &lt;b&gt;")
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("href=");
    }
}
