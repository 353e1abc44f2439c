package emptyrecord.control.drill;

import emptyrecord.api.Event;
import emptyrecord.api.drill.DrillEnd;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillRight;
import emptyrecord.api.drill.DrillRole;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.run.ScenarioRequest;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.control.drill.core.Caller;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.control.drill.core.DrillScenario;
import emptyrecord.control.drill.core.RunbookAction;
import emptyrecord.control.operations.Operations;
import emptyrecord.control.run.ScenarioRuns;
import emptyrecord.control.watch.Watcher;
import emptyrecord.kit.safety.FacilitatorToken;
import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The drills: one at a time, on a scenario, with the trainees' actions and the debrief. */
public final class Drills {

    /** Name of the folder of a drill's run; {@code drill.json} in it gives the scenario once the drill is over. */
    private static final String NEUTRAL = "drill";

    private final Watcher watcher;
    private final Runbook runbook;
    private final ScenarioFiles files;
    private final ScenarioRuns runs;
    private final Optional<FacilitatorToken> facilitator;
    private @Nullable Session session;

    /**
     * @param facilitator the region's token; without one there are no drills, since everybody could read and clear the
     *     faults
     */
    public Drills(Region region, ScenarioFiles files, ScenarioRuns runs, Optional<FacilitatorToken> facilitator) {
        this.facilitator = facilitator;
        this.watcher = region.watcher();
        this.runbook = new Runbook(region.operations());
        this.files = files;
        this.runs = runs;
    }

    /** The parts of the region that a drill needs: the customers' view, and the trainees' operations. */
    public record Region(Watcher watcher, Operations operations) {}

    public synchronized DrillStarted start(DrillRequest request) {
        if (isOn()) {
            throw new IllegalStateException("A drill is on; end it with DELETE /drills/current");
        }
        if (facilitator.isEmpty()) {
            throw new IllegalStateException(
                    "A drill needs a region with a facilitator's token, or trainees could read and clear its faults;"
                            + " start the region with ./lab up --token, or in containers with LAB_TOKEN=… in .env");
        }
        DrillWanted wanted = DrillWanted.of(request, files.names());
        String text = runs.text(wanted.scenario());
        Scenario scenario = files.read(wanted.scenario(), text);
        DrillCard card = scenario.drill()
                .orElseThrow(() -> new IllegalArgumentException(scenario.name() + " has no part 'drill'"));
        DrillDesk desk = new DrillDesk(card, wanted.inhibit(), wanted.rules());
        Session started =
                new Session(wanted.team(), scenario, desk, DrillTokens.draw(wanted.roles()), wanted.minutes());
        ScenarioRunView run = runs.start(
                new ScenarioRuns.Played(DrillScenario.of(scenario, wanted.minutes()), text, NEUTRAL),
                new ScenarioRequest(request.seed(), null),
                (minute, sample, events, done) -> saw(started, minute, sample, events, done));
        started.keepIn(Path.of(run.folder()));
        if (session != null) {
            session.close();
        }
        session = started;
        Map<String, String> tokens = started.tokens.texts();
        return wanted.roles()
                ? new DrillStarted(wanted.team(), "", run.folder(), tokens)
                : new DrillStarted(wanted.team(), tokens.getOrDefault("", ""), run.folder(), Map.of());
    }

    private synchronized void saw(Session on, double minute, Sample sample, List<Event> events, Set<String> done) {
        String after = on.scenario.drill().map(DrillCard::pageAfter).orElse(null);
        List<Event> fresh = events.subList(Math.min(on.eventsSeen, events.size()), events.size());
        on.eventsSeen = events.size();
        on.desk.see(minute, sample, fresh, after == null || done.contains(after));
        on.curve.add(DebriefPage.Point.of(minute, sample));
        if (minute >= on.longest) {
            on.desk.end();
        }
    }

    /** While a drill is on, roles count. */
    public synchronized boolean isOn() {
        return session != null && session.score == null && runs.playing();
    }

    /** Who presents this token: the facilitator, or somebody in the drill that is on; empty: nobody. */
    public synchronized Optional<Caller> caller(@Nullable String token) {
        if (token != null && facilitator.filter(f -> f.matches(token)).isPresent()) {
            return Optional.of(Caller.FACILITATOR);
        }
        return session == null ? Optional.empty() : session.tokens.caller(token);
    }

    /** @param caller null: nobody in particular, since no drill is on */
    public synchronized DrillView view(@Nullable Caller caller) {
        Session on = find();
        DrillView.State state = !isOn() || on.desk.ended()
                ? DrillView.State.OVER
                : on.desk.isPaged() ? DrillView.State.ON : DrillView.State.WAITING;
        return new DrillView(
                on.team,
                state,
                on.desk.minute(),
                customersSee(),
                on.desk.firing(),
                on.desk.isPaged() ? on.desk.alarmsSeen() : List.of(),
                on.desk.declaring(),
                on.desk.isPaged() ? on.desk.log() : List.of(),
                on.desk.roles().map(team -> team.view(caller)).orElse(null));
    }

    private Map<String, Long> customersSee() {
        return watcher.latest()
                .map(sample -> sample.customers().successPercents())
                .orElseGet(Map::of);
    }

    /**
     * The desk, for one who has the right to do something at it. Hold this object's lock while you use it.
     *
     * @param caller null: no drill is on
     * @throws IllegalStateException if no drill is on, or the page has not come
     * @throws emptyrecord.control.drill.core.RoleRefusedException if it is another role's
     */
    public synchronized DrillDesk desk(@Nullable Caller caller, DrillRight right) {
        DrillDesk desk = find().desk;
        if (caller == null || !isOn()) {
            throw new IllegalStateException("The drill is over");
        }
        caller.need(right);
        desk.ready();
        return desk.as(caller.name());
    }

    /** A stakeholder comes now, by the facilitator's hand. */
    public synchronized Question inject(String stakeholder) {
        DrillDesk desk = find().desk;
        if (!isOn()) {
            throw new IllegalStateException("The drill is over");
        }
        return desk.team().ask(stakeholder);
    }

    /** A runbook action of the trainees; where the commander has to approve it, the answer is the proposal's number. */
    public Map<String, Object> act(@Nullable Caller caller, RunbookAction action) {
        synchronized (this) {
            DrillDesk desk = desk(caller, DrillRight.ACT);
            runbook.need(action.operation());
            boolean waits = desk.roles().isPresent() && desk.team().needsApproval();
            if (waits && !Caller.FACILITATOR.equals(caller)) {
                return Map.of("proposal", desk.team().propose(action));
            }
        }
        return perform(caller == null ? "" : caller.name(), action);
    }

    /** The commander's decision about a proposed action, which is carried out if it is approved. */
    public void decide(@Nullable Caller caller, int proposal, boolean approve, @Nullable String why) {
        RunbookAction action;
        synchronized (this) {
            action = desk(caller, DrillRight.DECIDE).team().decide(proposal, approve, why);
        }
        if (approve) {
            perform(DrillRole.OPERATOR.word(), action);
        }
    }

    private Map<String, Object> perform(String by, RunbookAction action) {
        DrillDesk desk = find().desk;
        try {
            Map<String, Object> done = runbook.perform(action);
            synchronized (this) {
                desk.as(by).acted(action.operation(), action.parameters());
            }
            return done;
        } catch (IllegalStateException | IllegalArgumentException e) {
            synchronized (this) {
                desk.as(by).refused(action.operation(), String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** The runbook: the operators' actions, the same in every drill. */
    public List<OperationCard> actions() {
        return runbook.cards();
    }

    /** Ends the drill: scores it, revokes its tokens, writes the debrief, takes back what was injected. */
    public synchronized DrillEnd end() {
        Session on = find();
        ScoreSheet score = on.score;
        if (score == null) {
            on.desk.end();
            score = on.desk.score();
            if (runs.playing()) {
                runs.abort();
            }
            DebriefFolder.write(on.folder(), on.team, on.scenario, on.desk, on.curve);
            on.score = score;
            on.tokens.revoke();
            on.close();
        }
        return new DrillEnd(on.team, on.scenario.name(), score, on.folder().toString());
    }

    public synchronized Path debrief() {
        Session on = find();
        if (on.score == null) {
            throw NotFoundException.nothingYet("The drill has no debrief yet; end it with DELETE /drills/current");
        }
        return on.folder().resolve("debrief.html");
    }

    private synchronized Session find() {
        if (session == null) {
            throw NotFoundException.nothingYet("There was no drill yet; start one with POST /drills");
        }
        return session;
    }
}
