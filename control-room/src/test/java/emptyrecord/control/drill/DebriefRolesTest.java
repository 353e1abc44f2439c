package emptyrecord.control.drill;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.control.drill.core.TeamRules;
import emptyrecord.night.testkit.Nights;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.DrillKit;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The debrief of a drill with roles: who did what, what was due, and whether it came. */
class DebriefRolesTest {

    private final Scenario scenario = new ScenarioFiles().shipped("the-night");
    private final DrillDesk desk = new DrillDesk(
            scenario.drill().orElseThrow(),
            false,
            Optional.of(new TeamRules(false, DrillKit.stakeholders(), DrillKit.updates())));

    private String debrief() {
        for (double t = 0; t <= 60; t++) {
            desk.see(t, Nights.sample(1, t), List.of(), true);
            if (t == 4) {
                desk.as("commander").declare(true, 1);
                desk.team().assign("operator", "look at DNS");
                desk.as("liaison").team().update("initial", "Customers cannot <b>read</b>.");
                desk.as("scribe").team().note("decided", "nobody touches DNS before minute 10");
            }
            if (t == 18) {
                desk.as("liaison").team().answer(1, "{{team}} no time yet");
            }
        }
        desk.end();
        return new DebriefPage("night shift", scenario, desk, List.of()).html();
    }

    @Test
    void itTellsWhoDidWhatAndWhatWasMissed() {
        assertThat(debrief())
                .contains("<tr><td>commander</td><td>incident ×1, assignment ×1</td></tr>")
                .contains("<tr><td>operator</td><td>nothing</td></tr>")
                .contains("<td>4</td><td>10</td><td>in time</td><td>initial</td>")
                .contains("<tr><td></td><td>19</td><td>missed</td>", "<tr><td></td><td>49</td><td>missed</td>")
                .contains("<td>Vice president: When is it over?")
                .contains("<td>in time</td><td class=\"text\">{{team}} no time yet</td>")
                .contains("<td>commander</td><td>incident</td><td class=\"text\">severity 1</td>")
                .contains(
                        "<td>scribe</td><td>note: decided</td><td class=\"text\">nobody touches DNS before minute 10</td>")
                .contains("<td>update (liaison)</td>")
                .contains("status updates");
    }

    @Test
    void whatTheTeamWroteIsText() {
        assertThat(debrief())
                .contains("Customers cannot &lt;b&gt;read&lt;/b&gt;.")
                .doesNotContain("<b>");
    }
}
