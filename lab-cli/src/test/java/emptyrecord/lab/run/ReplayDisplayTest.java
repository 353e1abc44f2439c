package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.terminal.PlainScreen;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReplayDisplayTest {

    private final StringWriter shown = new StringWriter();
    private final ReplayDisplay display = new ReplayDisplay(new PlainScreen(new PrintWriter(shown)));

    private void show(double minutes, String phase, String milestones) {
        display.show(new JsonMapper().readTree("""
            {"tPlusMinutes":%s,"untilMinutes":872,"round":1,"phase":"%s","milestones":[%s],
             "customersSee":{"dynamodb":0},"lastAction":null}\
            """.formatted(minutes, phase, milestones)));
    }

    @Test
    void aPhaseIsToldOnceAndThenEveryTwentyMinutes() {
        show(1, "leases run out (99 % held)", "");
        show(2, "leases run out (98 % held)", "");
        show(22, "leases run out (76 % held)", "");

        assertThat(shown.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("T  +1")
                .contains("dynamodb 0%");
    }

    @Test
    void aMilestoneIsToldOnceWithBothTimes() {
        String reached =
                "{\"name\":\"half-lost\",\"title\":\"Half of the leases lost\",\"aws\":\"slowly\",\"here\":88.5,"
                        + "\"verdict\":\"MET\",\"detail\":\"\"}";
        String open = "{\"name\":\"most-lost\",\"title\":\"Most lost\",\"verdict\":\"NOT_REACHED\"}";
        show(89, "p", reached + "," + open);
        show(90, "p", reached + "," + open);

        assertThat(shown.toString())
                .containsOnlyOnce("Half of the leases lost at T+88.5  (AWS: slowly)")
                .doesNotContain("Most lost");
    }
}
