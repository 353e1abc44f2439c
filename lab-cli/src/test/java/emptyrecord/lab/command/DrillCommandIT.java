package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.drill.Answer;
import emptyrecord.api.drill.Assignment;
import emptyrecord.api.drill.Decision;
import emptyrecord.api.drill.Declaration;
import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Hint;
import emptyrecord.api.drill.Hypothesis;
import emptyrecord.api.drill.Proposal;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.Remark;
import emptyrecord.api.drill.RolesView;
import emptyrecord.api.drill.UpdatesDue;
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
    void aStartWithRolesShowsALinkForEachOnce() {
        region.takes(
                ControlRoom.startDrill(new DrillRequest("near-miss", null, null, null, null)),
                new DrillStarted("blue", "", "runs/x", Map.of("scribe", "t-1")));
        Cli.Ran ran = drill("start", "near-miss", "--team", "blue", "--roles", "--approval");

        assertThat(ran.out()).contains("/trainee.html#t-1").doesNotContain("their token");
        assertThat(region.heard()).anyMatch(h -> h.endsWith("\"inhibit\":false,\"roles\":true,\"approval\":true}"));
        assertThat(drill("start", "near-miss", "--approval").err()).contains("give --roles, too");
    }

    @Test
    void whatARoleDoesArrivesAsTheContractHasIt() {
        region.takes(ControlRoom.declare(new Declaration(true)), VIEW)
                .takes(ControlRoom.note(new Remark(null, null)), VIEW)
                .takes(ControlRoom.update(new Remark(null, null)), VIEW)
                .takes(ControlRoom.assign(new Assignment(null, null)), VIEW)
                .takes(ControlRoom.answer(2, new Answer(null)), VIEW)
                .takes(ControlRoom.decide(1, new Decision(true, null)), VIEW)
                .takes(ControlRoom.inject("finance"), new Question(3, "Finance", "house", 4, 19, false, null, null));
        drill("declare", "incident", "--severity", "2");
        drill("note", "seen", "no", "answer");
        drill("update", "initial", "calls", "fail");
        drill("assign", "operator", "look");
        drill("answer", "2", "not", "yet");
        drill("approve", "1");
        drill("reject", "1", "too", "soon");
        assertThat(drill("inject", "finance").out()).contains("Finance has asked; an answer is due at minute 19");

        assertThat(region.heard())
                .containsExactly(
                        "control-room POST /drill/declarations {\"incident\":true,\"severity\":2}",
                        "control-room POST /drill/notes {\"kind\":\"seen\",\"text\":\"no answer\"}",
                        "control-room POST /drill/updates {\"kind\":\"initial\",\"text\":\"calls fail\"}",
                        "control-room POST /drill/assignments {\"role\":\"operator\",\"text\":\"look\"}",
                        "control-room POST /drill/questions/2/answer {\"text\":\"not yet\"}",
                        "control-room POST /drill/proposals/1 {\"approve\":true,\"text\":null}",
                        "control-room POST /drill/proposals/1 {\"approve\":false,\"text\":\"too soon\"}",
                        "control-room POST /drills/current/injects/finance {}");
    }

    @Test
    void theStatusOfARoleShowsWhatIsDueAndWhatWaits() {
        RolesView roles = new RolesView(
                "liaison",
                List.of("update", "answer"),
                true,
                new UpdatesDue(2, 30, 55.0, 25.0, 1, 1),
                List.of(new Question(1, "Finance", "each minute", 4, 19, false, null, null)),
                List.of(new Proposal(1, "install-plan", 9, Proposal.State.WAITING)));
        region.shows(
                ControlRoom.DRILL,
                new DrillView(
                        "blue",
                        DrillView.State.ON,
                        30,
                        Map.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(new DrillLine(3, DrillLine.Kind.NOTE, "seen it", Map.of("by", "scribe"))),
                        roles));
        assertThat(drill("status").out())
                .contains(
                        "you are the liaison; you may: update, answer",
                        "status updates: overdue since minute 25",
                        "question 1, answer by minute 19: Finance: each minute",
                        "proposal 1 waits for the commander: install-plan",
                        "note (scribe)");
    }

    @Test
    void aProposalIsNotCalledDone() {
        region.takes(ControlRoom.act("install-plan", Map.of()), Map.of("proposal", 1));
        assertThat(drill("act", "install-plan").out())
                .contains("proposed, number 1; the commander decides")
                .doesNotContain("done");
    }

    @Test
    void aBoardWithoutADrillSaysSo() {
        Cli.Ran ran = drill("board");
        assertThat(ran.err()).contains("no drill has ended here yet");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }
}
