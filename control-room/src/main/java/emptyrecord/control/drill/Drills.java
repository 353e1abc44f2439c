package emptyrecord.control.drill;

import emptyrecord.api.Event;
import emptyrecord.api.drill.DrillEnd;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.api.event.EventId;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.run.ScenarioRequest;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.control.drill.core.DrillScenario;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The drills: one at a time, on a scenario, with the trainees' actions and the debrief. */
public final class Drills {

    /**
     * Operations that trainees may perform: the operators' ones. Faults, guards and the reset are the facilitator's.
     */
    private static final Set<String> NOT_FOR_TRAINEES = Set.of("inject", "clear", "guard", "reset-all");

    private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,39}");
    private static final double LONGEST = 480;

    /** Name of the folder of a drill's run; {@code drill.json} in it gives the scenario once the drill is over. */
    private static final String NEUTRAL = "drill";

    private final Region region;
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
        this.region = region;
        this.files = files;
        this.runs = runs;
    }

    /** The parts of the region that a drill needs: the customers' view, and the trainees' operations. */
    public record Region(Watcher watcher, Operations operations) {}

    /** A drill that was started. */
    private static final class Session {
        private final String team;
        private final Scenario scenario;
        private final DrillDesk desk;
        private final TraineeToken trainee;
        private final double longest;
        private final List<DebriefPage.Point> curve = new ArrayList<>();
        private @Nullable Path folder;
        private @Nullable ScoreSheet score;
        private int eventsSeen;

        Session(String team, Scenario scenario, DrillDesk desk, TraineeToken trainee, double longest) {
            this.team = team;
            this.scenario = scenario;
            this.desk = desk;
            this.trainee = trainee;
            this.longest = longest;
        }
    }

    public synchronized DrillStarted start(DrillRequest request) {
        if (isOn()) {
            throw new IllegalStateException("A drill is on; end it with DELETE /drills/current");
        }
        if (facilitator.isEmpty()) {
            throw new IllegalStateException(
                    "A drill needs a region with a facilitator's token, or trainees could read and clear its faults;"
                            + " start the region with ./lab up --token, or in containers with LAB_TOKEN=… in .env");
        }
        String team = Optional.ofNullable(request.team()).orElse("team");
        if (!TEAM.matcher(team).matches()) {
            throw new IllegalArgumentException("A team's name is up to 40 letters, digits, blanks, _ and -");
        }
        if (request.scenario() == null) {
            throw new IllegalArgumentException("Give a scenario; there are " + files.names());
        }
        double longest = Optional.ofNullable(request.minutes()).orElse(LONGEST);
        if (!(longest >= 10 && longest <= 2000)) {
            throw new IllegalArgumentException("minutes must lie between 10 and 2000");
        }
        String text = runs.text(request.scenario());
        Scenario scenario = files.read(request.scenario(), text);
        DrillCard card = scenario.drill()
                .orElseThrow(() -> new IllegalArgumentException(scenario.name() + " has no part 'drill'"));
        DrillDesk desk =
                new DrillDesk(card, Optional.ofNullable(request.inhibit()).orElse(false));
        Session started = new Session(team, scenario, desk, TraineeToken.draw(), longest);
        ScenarioRunView run = runs.start(
                new ScenarioRuns.Played(DrillScenario.of(scenario, longest), text, NEUTRAL),
                new ScenarioRequest(request.seed(), null),
                (minute, sample, events, done) -> saw(started, minute, sample, events, done));
        started.folder = Path.of(run.folder());
        session = started;
        return new DrillStarted(team, started.trainee.text(), run.folder());
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

    public boolean isFacilitator(@Nullable String token) {
        return token != null && facilitator.filter(f -> f.matches(token)).isPresent();
    }

    public synchronized boolean isTrainee(@Nullable String token) {
        return session != null && session.trainee.matches(token);
    }

    public synchronized DrillView view() {
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
                on.desk.isPaged() ? on.desk.log() : List.of());
    }

    private Map<String, Long> customersSee() {
        return region.watcher()
                .latest()
                .map(sample -> sample.customers().successPercents())
                .orElseGet(Map::of);
    }

    /** The trainees' notes. */
    public synchronized DrillDesk desk() {
        return find().desk;
    }

    /** A runbook action of the trainees. */
    public Map<String, Object> act(String operation, Map<String, Object> parameters) {
        DrillDesk desk = desk();
        synchronized (this) {
            desk.ready();
        }
        if (NOT_FOR_TRAINEES.contains(operation)) {
            throw new NotFoundException("There is no runbook action '" + operation + "'; there are "
                    + actions().stream().map(OperationCard::name).toList());
        }
        try {
            Map<String, Object> done =
                    region.operations().perform(operation, parameters, EventId.keys(Map.of(EventId.BY, "trainee")));
            synchronized (this) {
                desk.acted(operation, parameters);
            }
            return done;
        } catch (IllegalStateException | IllegalArgumentException e) {
            synchronized (this) {
                desk.refused(operation, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** The runbook: the operators' actions, the same in every drill. */
    public List<OperationCard> actions() {
        return region.operations().cards().stream()
                .filter(card -> !NOT_FOR_TRAINEES.contains(card.name()))
                .toList();
    }

    /** Ends the drill: scores it, writes the debrief, takes back what was injected. */
    public synchronized DrillEnd end() {
        Session on = find();
        ScoreSheet known = on.score;
        ScoreSheet score = known == null ? on.desk.score() : known;
        if (known == null) {
            on.desk.end();
            score = on.desk.score();
            if (runs.playing()) {
                runs.abort();
            }
            DebriefFolder.write(folder(on), on.team, on.scenario, on.desk, on.curve);
            on.score = score;
        }
        return new DrillEnd(on.team, on.scenario.name(), score, folder(on).toString());
    }

    public synchronized Path debrief() {
        Session on = find();
        if (on.score == null) {
            throw NotFoundException.nothingYet("The drill has no debrief yet; end it with DELETE /drills/current");
        }
        return folder(on).resolve("debrief.html");
    }

    private static Path folder(Session on) {
        Path folder = on.folder;
        if (folder == null) {
            throw new IllegalStateException("the drill has no folder");
        }
        return folder;
    }

    private Session find() {
        if (session == null) {
            throw NotFoundException.nothingYet("There was no drill yet; start one with POST /drills");
        }
        return session;
    }
}
