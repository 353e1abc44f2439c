package emptyrecord.control.run;

import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The runs of scenarios: one at a time and none beside a replay, each with a folder. */
public final class ScenarioRuns implements AutoCloseable {

    private static final Set<String> FILES = Set.of(
            "scenario.yaml",
            "verdict.json",
            "settings.json",
            "events.jsonl",
            "samples.jsonl",
            "report.json",
            "report.html");
    private final Lab lab;
    private final ScenarioFiles files;
    private final ReplayRequest.Defaults defaults;
    private final BooleanSupplier replayPlays;
    private final RunFolders folders;
    private @Nullable ScenarioRun current;

    /** @param replayPlays whether a replay has the stage */
    public ScenarioRuns(Lab lab, ScenarioFiles files, ReplayRequest.Defaults defaults, BooleanSupplier replayPlays) {
        this.lab = lab;
        this.files = files;
        this.defaults = defaults;
        this.replayPlays = replayPlays;
        this.folders = new RunFolders(lab.settings().runsDir(), FILES, "[a-z][a-z0-9-]{0,70}", "near-miss");
    }

    /**
     * The text of a scenario that comes with the lab.
     *
     * @throws NotFoundException lists the names there are
     */
    public String text(String name) {
        return files.find(name).orElseThrow(() -> new NotFoundException(files.noSuch(name)));
    }

    /**
     * Starts a run.
     *
     * @param name of the file
     * @param text of the file
     * @throws IllegalArgumentException for a file that is no scenario, or a guard that no service has
     * @throws IllegalStateException while another run or a replay has the stage
     */
    public ScenarioRunView start(String name, String text, ScenarioRequest request) {
        Scenario scenario = files.read(name, text);
        return start(new Played(scenario, text, scenario.name()), request, (minute, sample, events, done) -> {});
    }

    /**
     * What is played, and what its folder is named after.
     *
     * @param shownAs the scenario's name, or a neutral one until the run is over
     */
    public record Played(Scenario scenario, String text, String shownAs) {

        boolean hidden() {
            return !shownAs.equals(scenario.name());
        }
    }

    /** Starts a run of a scenario that somebody looks on. */
    public synchronized ScenarioRunView start(Played played, ScenarioRequest request, RunObserver observer) {
        Scenario scenario = played.scenario();
        if (playing() || replayPlays.getAsBoolean()) {
            throw new IllegalStateException("A " + (playing() ? "scenario" : "replay")
                    + " is running; wait for it, or abort it with DELETE /" + (playing() ? "scenario-runs" : "replays")
                    + "/current");
        }
        RunSettings settings = settings(played.shownAs(), request);
        lab.feed().poll();
        Diary diary = new Diary(lab, settings, folders.folder(settings.id()), "scenario-finished");
        if (!played.hidden()) {
            ScenarioFolder.write(diary.folder(), played);
        }
        lab.events()
                .record(
                        "scenario-started",
                        Map.of("id", settings.id(), "scenario", scenario.name(), "seed", settings.seed()));
        ScenarioRun run = new ScenarioRun(lab, played, settings, diary, observer);
        current = run;
        run.start();
        return run.view();
    }

    public synchronized boolean playing() {
        return current != null && !current.over();
    }

    public synchronized ScenarioRunView current() {
        return find().view();
    }

    /** Aborts the run; what it injected is taken back. */
    public synchronized ScenarioRunView abort() {
        ScenarioRun run = find();
        if (run.over()) {
            throw new IllegalStateException("The scenario is over; there is nothing to abort");
        }
        run.abort();
        return run.view();
    }

    /** A file of a run's folder. */
    public Path file(String id, String name) {
        return folders.file(id, name);
    }

    private ScenarioRun find() {
        if (current == null) {
            throw NotFoundException.nothingYet("There was no scenario yet; start one with POST /scenarios/{name}/runs");
        }
        return current;
    }

    private RunSettings settings(String shownAs, ScenarioRequest request) {
        Instant now = lab.clock().wallInstant();
        long seed = Optional.ofNullable(request.seed()).orElse(defaults.seed());
        return new RunSettings(
                folders.freeId(now, shownAs),
                seed,
                lab.clock().speed(),
                guards(request),
                0,
                false,
                0,
                0,
                now,
                lab.settings().names().regional(),
                lab.settings().capacityPerMinute(),
                lab.settings().playbook().playbook(),
                Map.of("scenario", shownAs));
    }

    private List<String> guards(ScenarioRequest request) {
        List<String> wanted = Optional.ofNullable(request.guards())
                .orElseGet(() -> defaults.guards().stream().sorted().toList());
        lab.switchboards().requireGuards(wanted);
        return wanted;
    }

    /** An ending control room takes back what its scenario did. */
    @Override
    public void close() {
        ScenarioRun run;
        synchronized (this) {
            run = current;
        }
        if (run != null && !run.over()) {
            run.abortAndWait();
        }
    }
}
