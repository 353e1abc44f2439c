package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.drill.Declaration;
import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Hint;
import emptyrecord.api.drill.Hypothesis;
import emptyrecord.api.event.EventId;
import emptyrecord.lab.Cli;
import emptyrecord.lab.RegionDouble;
import emptyrecord.lab.failure.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill at the command line, the facilitator's part and the trainees'. */
class DrillCommandIT {

    private static final DrillView VIEW = new DrillView(
            "blue",
            DrillView.State.ON,
            12.4,
            Map.of("launch", 0L, "dynamodb", 100L),
            List.of("CanaryBurnsFast:launch"),
            List.of(),
            null,
            List.of(new DrillLine(2.5, DrillLine.Kind.ALARM_OVER, "launches work", Map.of())),
            null);

    @TempDir
    Path project;

    private Cli cli;
    private RegionDouble region;

    @BeforeEach
    void here() throws IOException {
        assumeTrue(System.getenv("LAB_RUN") == null, "LAB_RUN moves the folders that are looked at");
        cli = new Cli(project);
        region = new RegionDouble(project);
    }

    @AfterEach
    void asItWas() {
        region.close();
        cli.close();
    }

    private Cli.Ran drill(String... words) {
        List<String> all = new ArrayList<>(List.of("--name", RegionDouble.NAME, "drill"));
        all.addAll(List.of(words));
        return cli.run(all.toArray(String[]::new));
    }

    @Test
    void aStartAsksForWhatWasSaidAndShowsTheTokenOnce() {
        region.takes(
                ControlRoom.startDrill(new DrillRequest("near-miss", null, null, null, null)),
                new DrillStarted("blue", "secret-word", "runs/x", Map.of()));
        Cli.Ran ran = drill("start", "near-miss", "--team", "blue", "--inhibit", "on", "--minutes", "90");

        assertThat(ran.out()).contains("the drill of blue is on", "their token: secret-word", "/trainee.html");
        assertThat(region.heard())
                .anyMatch(h ->
                        h.endsWith("{\"scenario\":\"near-miss\",\"team\":\"blue\",\"inhibit\":true,\"minutes\":90.0}"));
    }

    @Test
    void theStatusShowsTimeStateImpactAlarmsAndLog() {
        region.shows(ControlRoom.DRILL, VIEW);
        Cli.Ran ran = drill("status");

        assertThat(ran.out().lines())
                .containsSubsequence(
                        "blue, minute 12, on",
                        "customers see: dynamodb 100%, launch 0%",
                        "alarms: CanaryBurnsFast:launch");
        assertThat(ran.out()).contains("2.5", "alarm_over", "launches work");
        assertThat(ran.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void aNewerControlRoomWithWordsOfTomorrowIsStillShown() {
        region.answer("GET /drill", 200, """
                {"team":"blue","state":"PAUSED","minute":3.0,"mood":"calm",
                 "log":[{"minute":1.0,"kind":"TELEPATHY","text":"hm"}]}
                """);
        assertThat(drill("status").out()).contains("blue, minute 3, on", "alarms: none", "news", "hm");
    }

    @Test
    void whatATraineeSaysArrivesAsTheContractHasIt() {
        region.takes(ControlRoom.declare(new Declaration(true)), VIEW)
                .takes(ControlRoom.hypothesis(new Hypothesis(null, null)), VIEW)
                .takes(ControlRoom.readAlarm("A:b"), VIEW)
                .takes(ControlRoom.allClear(), VIEW);
        drill("declare", "incident");
        drill("hypothesis", "dns", "the", "record", "is", "empty");
        drill("read", "A:b");
        drill("all-clear");

        assertThat(region.heard())
                .containsExactly(
                        "control-room POST /drill/declarations {\"incident\":true}",
                        "control-room POST /drill/hypotheses {\"cause\":\"dns\",\"text\":\"the record is empty\"}",
                        "control-room POST /drill/alarms/A:b/read {}",
                        "control-room POST /drill/all-clear {}");
    }

    @Test
    void aHintShowsItsPrice() {
        region.takes(ControlRoom.hint(), new Hint("look at DNS", 5));
        assertThat(drill("hint").out()).isEqualToIgnoringNewLines("look at DNS  (-5 points)");
    }

    @Test
    void causesAndActionsAreListed() {
        region.shows(ControlRoom.DRILL_CAUSES, Map.of("dns", "the record is empty"));
        assertThat(drill("hypothesis").out()).contains("dns", "the record is empty");
        region.answer("GET /drill/actions", 200, "[{\"name\":\"dwfm-throttle\"},{}]");
        assertThat(drill("act").out()).as("a card with parts missing is listed").contains("dwfm-throttle");
    }

    @Test
    void anActionShowsWhatWasDoneWithoutWhoAndWhat() {
        region.takes(
                ControlRoom.act("dwfm-throttle", Map.of()),
                EventId.keys(Map.of(EventId.ACTION, "dwfm-throttle", EventId.SHARE, .27)));
        Cli.Ran ran = drill("act", "dwfm-throttle", "share=0.27");

        assertThat(ran.out().lines().map(String::strip)).containsExactly("dwfm-throttle: done", "share  0.27");
        assertThat(region.heard()).anyMatch(h -> h.endsWith("{\"share\":0.27}"));
    }

    @Test
    void aDrillThatAnswersWithAnotherShapeIsNoRegionsService() {
        for (String foreign : List.of("[]", "\"text\"", "<html>", "")) {
            region.answer("GET /drill", 200, foreign);
            assertThat(drill("status").err()).as(foreign).contains("not from a service of the region");
        }
    }

    @Test
    void aBoardWithoutADrillSaysSo() {
        Cli.Ran ran = drill("board");
        assertThat(ran.err()).contains("no drill has ended here yet");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }
}
