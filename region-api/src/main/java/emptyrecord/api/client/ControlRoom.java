package emptyrecord.api.client;

import emptyrecord.api.drill.Answer;
import emptyrecord.api.drill.Assignment;
import emptyrecord.api.drill.Decision;
import emptyrecord.api.drill.Declaration;
import emptyrecord.api.drill.DrillEnd;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Hint;
import emptyrecord.api.drill.Hypothesis;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.Remark;
import emptyrecord.api.drill.Stakeholder;
import emptyrecord.api.drill.UpdateTemplate;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.run.ReplayRequest;
import emptyrecord.api.run.ReplayView;
import emptyrecord.api.run.ScenarioFile;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.api.run.Steady;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** The control room's own interface: what it serves and what can be changed at it. */
public final class ControlRoom {

    public static final Resource<Steady> STEADY = Resource.of(Routes.STEADY, Steady.class);

    public static final Resource<List<OperationCard>> OPERATIONS =
            Resource.listOf(Routes.OPERATIONS, OperationCard.class);

    /** The running or last replay. */
    public static final Resource<ReplayView> REPLAY = Resource.of(Routes.REPLAYS + Routes.CURRENT, ReplayView.class);

    /** The running or last run of a scenario. */
    public static final Resource<ScenarioRunView> SCENARIO_RUN =
            Resource.of(Routes.SCENARIO_RUNS + Routes.CURRENT, ScenarioRunView.class);

    /** The trainees' view of the running or last drill. */
    public static final Resource<DrillView> DRILL = Resource.of(Routes.DRILL, DrillView.class);

    /** The fixed list of causes, each with its meaning. */
    public static final Resource<Map<String, String>> DRILL_CAUSES =
            Resource.of(Routes.DRILL + "/causes", new TypeReference<Map<String, String>>() {});

    /** The actions that trainees may take. */
    public static final Resource<List<OperationCard>> DRILL_ACTIONS =
            Resource.listOf(Routes.DRILL + "/actions", OperationCard.class);

    /** The templates of status updates, the same in every drill. */
    public static final Resource<List<UpdateTemplate>> UPDATE_TEMPLATES =
            Resource.listOf(Routes.DRILL + "/updates/templates", UpdateTemplate.class);

    /** The stakeholders that the facilitator can send into a drill with roles. */
    public static final Resource<List<Stakeholder>> STAKEHOLDERS =
            Resource.listOf(Routes.DRILLS + "/stakeholders", Stakeholder.class);

    /** The debrief of the last drill, a page. */
    public static final String DEBRIEF = Routes.DRILLS + Routes.CURRENT + "/debrief";

    private ControlRoom() {}

    public static Change<ReplayView> startReplay(ReplayRequest request) {
        return Change.post(Resource.of(Routes.REPLAYS, ReplayView.class), request);
    }

    public static Change<ReplayView> abortReplay() {
        return Change.delete(REPLAY);
    }

    public static Change<ScenarioRunView> startScenario(ScenarioFile file) {
        return Change.post(Resource.of(Routes.SCENARIO_RUNS, ScenarioRunView.class), file);
    }

    public static Change<ScenarioRunView> abortScenario() {
        return Change.delete(SCENARIO_RUN);
    }

    /** The answer: ids of the action, names and figures. */
    public static Change<Map<String, Object>> operate(String action, Map<String, Object> parameters) {
        return Change.post(Resource.mapAt(Routes.OPERATIONS + "/" + action), parameters);
    }

    public static Change<DrillStarted> startDrill(DrillRequest request) {
        return Change.post(Resource.of(Routes.DRILLS, DrillStarted.class), request);
    }

    public static Change<DrillEnd> endDrill() {
        return Change.delete(Resource.of(Routes.DRILLS + Routes.CURRENT, DrillEnd.class));
    }

    /** A trainee reads an alarm. */
    public static Change<DrillView> readAlarm(String alarm) {
        return trainees("/alarms/" + alarm + "/read", Map.of());
    }

    /** The next hint; it costs points. */
    public static Change<Hint> hint() {
        return Change.post(Resource.of(Routes.DRILL + "/hints", Hint.class), Map.of());
    }

    public static Change<DrillView> declare(Declaration declaration) {
        return trainees("/declarations", declaration);
    }

    public static Change<DrillView> hypothesis(Hypothesis hypothesis) {
        return trainees("/hypotheses", hypothesis);
    }

    /** A trainee carries out an action; the answer: its ids, names and figures. */
    public static Change<Map<String, Object>> act(String action, Map<String, Object> parameters) {
        return Change.post(Resource.mapAt(DRILL_ACTIONS.path() + "/" + action), parameters);
    }

    public static Change<DrillView> allClear() {
        return trainees("/all-clear", Map.of());
    }

    /** The facilitator sends a stakeholder now. */
    public static Change<Question> inject(String stakeholder) {
        return Change.post(
                Resource.of(Routes.DRILLS + Routes.CURRENT + "/injects/" + stakeholder, Question.class), Map.of());
    }

    public static Change<DrillView> note(Remark note) {
        return trainees("/notes", note);
    }

    public static Change<DrillView> update(Remark update) {
        return trainees("/updates", update);
    }

    public static Change<DrillView> assign(Assignment assignment) {
        return trainees("/assignments", assignment);
    }

    /** The commander approves or rejects the operator's proposal of that number. */
    public static Change<DrillView> decide(int proposal, Decision decision) {
        return trainees("/proposals/" + proposal, decision);
    }

    /** The liaison answers the stakeholders' question of that number. */
    public static Change<DrillView> answer(int question, Answer answer) {
        return trainees("/questions/" + question + "/answer", answer);
    }

    private static Change<DrillView> trainees(String path, Object body) {
        return Change.post(Resource.of(Routes.DRILL + path, DrillView.class), body);
    }
}
