package emptyrecord.api;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.drill.AlarmSeen;
import emptyrecord.api.drill.Declaration;
import emptyrecord.api.drill.Declaring;
import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Proposal;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.RolesView;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.api.drill.UpdatesDue;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.operation.Step;
import emptyrecord.api.run.Check;
import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.ReplayRequest;
import emptyrecord.api.run.ReplayView;
import emptyrecord.api.run.ScenarioFile;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.api.run.Sight;
import emptyrecord.api.run.Steady;
import emptyrecord.api.run.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The control room's part of the contract: its JSON as folders and other programs have it, and how readers bear others. */
class RunContractTest {

    private static final JsonMapper PLAIN = new JsonMapper();

    private static void assertWritten(Object view, String json) {
        assertThat(PLAIN.readTree(PLAIN.writeValueAsString(view))).isEqualTo(PLAIN.readTree(json));
    }

    @Test
    void replay() {
        Milestone half = new Milestone(
                "half-lost",
                "Half lost",
                "F11",
                "slowly",
                "leases",
                88.5,
                60,
                120,
                Milestone.Verdict.MET,
                "d",
                Milestone.Basis.FITTED,
                "lives");
        ReplayView view = new ReplayView(
                "20260101-100000-7",
                ReplayView.State.RUNNING,
                "leases run out",
                89.0,
                872,
                1,
                20,
                Map.of("launch", 0L),
                List.of(half),
                Map.of("action", "dwfm-throttle"),
                List.of(new Check("leases", false, "36 %")),
                null,
                "",
                null,
                "runs/x");
        assertWritten(view, """
                {"id":"20260101-100000-7","state":"RUNNING","phase":"leases run out","tPlusMinutes":89.0,
                 "untilMinutes":872.0,"round":1,"maxRounds":20,"customersSee":{"launch":0},
                 "milestones":[{"name":"half-lost","title":"Half lost","fact":"F11","aws":"slowly","measured":"leases",
                  "here":88.5,"from":60.0,"to":120.0,"verdict":"MET","detail":"d","basis":"FITTED","because":"lives"}],
                 "lastAction":{"action":"dwfm-throttle"},"steady":[{"name":"leases","ok":false,"detail":"36 %"}],
                 "outcome":null,"reason":"","allMet":null,"folder":"runs/x"}""");
        assertThat(ControlRoom.REPLAY.read(PLAIN.writeValueAsString(view))).contains(view);
    }

    @Test
    void aReplayIsOverByItsOutcomeOrByItsState() {
        for (String over : List.of("{\"outcome\":\"PLAYED\"}", "{\"state\":\"FAILED\"}", "{\"state\":\"ABORTED\"}")) {
            assertThat(ControlRoom.REPLAY.read(over).orElseThrow().over())
                    .as(over)
                    .isTrue();
        }
        for (String open :
                List.of("{}", "{\"state\":\"STEADYING\",\"outcome\":null}", "{\"state\":\"FROM_TOMORROW\"}")) {
            assertThat(ControlRoom.REPLAY.read(open).orElseThrow().over())
                    .as(open)
                    .isFalse();
        }
    }

    @Test
    void scenario() {
        Verdict verdict =
                new Verdict("az-lost", "t", Verdict.Outcome.SEEN, "", List.of(new Sight("s", true, "d")), List.of());
        ScenarioRunView view = new ScenarioRunView(
                "x", "az-lost", "t", ScenarioRunView.Stage.OVER, "", 3, List.of(), verdict, "runs/x");
        assertWritten(view, """
                {"id":"x","scenario":"az-lost","title":"t","stage":"OVER","step":"","minutes":3.0,"checks":[],
                 "verdict":{"scenario":"az-lost","title":"t","outcome":"SEEN","reason":"",
                  "mustSee":[{"name":"s","met":true,"detail":"d"}],"checks":[]},"folder":"runs/x"}""");
        assertThat(ControlRoom.SCENARIO_RUN.read(PLAIN.writeValueAsString(view)))
                .contains(view);
    }

    @Test
    void drill() {
        DrillView view = new DrillView(
                "blue",
                DrillView.State.ON,
                12.5,
                Map.of("launch", 0L),
                List.of("A"),
                List.of(new AlarmSeen("A", 1, null, 2.0)),
                new Declaring("rule", null, null),
                List.of(new DrillLine(1, DrillLine.Kind.PAGE, "wake up", Map.of("by", "chance"))),
                null);
        assertWritten(view, """
                {"team":"blue","state":"ON","minute":12.5,"customersSee":{"launch":0},"alarms":["A"],
                 "alarmsSeen":[{"id":"A","since":1.0,"until":null,"readAt":2.0}],
                 "declaring":{"rule":"rule","incident":null,"minute":null},
                 "log":[{"minute":1.0,"kind":"PAGE","text":"wake up","ids":{"by":"chance"}}]}""");
        assertWritten(
                new ScoreSheet(List.of(new ScoreSheet.Part("detect", null, 8, 15, "n")), 8, 90, Map.of("launch", 2.5)),
                """
                {"parts":[{"name":"detect","minutes":null,"points":8,"most":15,"note":"n"}],"points":8,"most":90,
                 "lostMinutes":{"launch":2.5}}""");
    }

    @Test
    void aDrillWithRoles() {
        RolesView roles = new RolesView(
                "liaison",
                List.of("update"),
                true,
                new UpdatesDue(1, 15, 25.0, null, 1, 0),
                List.of(new Question(1, "Press office", "one sentence", 3, 13, false, null, null)),
                List.of(new Proposal(1, "install-plan", 4, Proposal.State.WAITING)));
        DrillView view =
                new DrillView("blue", DrillView.State.ON, 1, Map.of(), List.of(), List.of(), null, List.of(), roles);
        String json = PLAIN.writeValueAsString(view);
        assertThat(ControlRoom.DRILL.read(json)).contains(view);
        assertWritten(roles, """
                {"role":"liaison","may":["update"],"approval":true,
                 "updates":{"severity":1,"everyMinutes":15.0,"nextDue":25.0,"overdueSince":null,"sent":1,"missed":0},
                 "questions":[{"number":1,"who":"Press office","text":"one sentence","askedAt":3.0,"dueAt":13.0,
                  "pushed":false,"answeredAt":null,"answer":null}],
                 "proposals":[{"number":1,"text":"install-plan","minute":4.0,"state":"WAITING"}]}""");
        assertWritten(new Declaration(true), "{\"incident\":true}");
        assertWritten(new DrillRequest("s", null, null, null, null, true, null), "{\"scenario\":\"s\",\"roles\":true}");
        assertThat(PLAIN.readValue("{\"incident\":true,\"severity\":2}", Declaration.class))
                .isEqualTo(new Declaration(true, 2));
    }

    @Test
    void operationsAndSteadyState() {
        assertWritten(
                new OperationCard("a", "m", "F1", List.of(new Parameter("p", "m", true, new Step("two", "2"))), true),
                """
                {"name":"a","meaning":"m","fact":"F1","destroys":true,
                 "parameters":[{"name":"p","meaning":"m","required":true,"steps":[{"name":"two","value":"2"}]}]}""");
        assertWritten(new Steady(false, List.of(new Check("a", true, ""))), """
                {"steady":false,"checks":[{"name":"a","ok":true,"detail":""}]}""");
    }

    @Test
    void requestsLeaveOutWhatIsNotAsked() {
        assertWritten(new ReplayRequest(7L, null, null, null, 3), "{\"seed\":7,\"maxRounds\":3}");
        assertWritten(new ScenarioFile("n", "t", null, null), "{\"name\":\"n\",\"text\":\"t\"}");
        assertWritten(new DrillRequest("s", "blue", false, null, null), """
                {"scenario":"s","team":"blue","inhibit":false}""");
    }

    @Test
    void anEmptyObjectIsReadAsItsRecordSays() {
        DrillView drill = ControlRoom.DRILL.read("{}").orElseThrow();
        assertThat(drill.state()).isEqualTo(DrillView.State.ON);
        assertThat(drill.log()).isEmpty();
        ScenarioRunView run = ControlRoom.SCENARIO_RUN.read("{\"verdict\":{}}").orElseThrow();
        assertThat(run.stage()).isEqualTo(ScenarioRunView.Stage.METHOD);
        assertThat(run.verdict()).isEqualTo(new Verdict("", "", Verdict.Outcome.FAILED, "", List.of(), List.of()));
        assertThat(ControlRoom.STEADY.read("{}").orElseThrow().steady()).isFalse();
        assertThat(ControlRoom.OPERATIONS.read("[{\"parameters\":[{}]}]").orElseThrow())
                .containsExactly(
                        new OperationCard("", "", "", List.of(new Parameter("", "", false, List.of())), false));
    }
}
