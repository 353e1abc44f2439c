package emptyrecord.control.run;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.ScenarioRequest;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.api.run.SettingsFile;
import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of scenarios: one at a time and none beside a replay, each with a folder. */
public final class ScenarioRuns implements AutoCloseable {

    private static final Set<String> FILES = Set.of(
            "scenario.yaml",
            "verdict.json",
            "settings.json",
            "events.jsonl",
            "samples.jsonl",
            RunFolder.DNS,
            RunFolder.DESK,
            "report.json",
            "report.html");

    private final RunFactory runs;
    private final ScenarioFiles files;
    private final RunDefaults defaults;
    private final RunSlot slot;
    private final RunFolders folders;
    private @Nullable Running current;

    /** A run and its engine. */
    private record Running(ScenarioScript script, RunEngine engine) {}

    public ScenarioRuns(RunFactory runs, ScenarioFiles files, RunDefaults defaults, RunSlot slot) {
        this.runs = runs;
        this.files = files;
        this.defaults = defaults;
        this.slot = slot;
        this.folders = new RunFolders(runs.settings().runsDir(), FILES, "[a-z][a-z0-9-]{0,70}", "near-miss");
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
     * @throws IllegalStateException while another run is on
     */
    public ScenarioRunView start(String name, String text, ScenarioRequest request) {
        Scenario scenario = files.read(name, text);
        return start(new Played(scenario, text, scenario.name()), request, (minute, sample, events, done) -> {});
    }

    /**
     * The scenario of a run, and the name of its folder.
     *
     * @param shownAs the scenario's name, or a neutral one until the run is over
     */
    public record Played(Scenario scenario, String text, String shownAs) {

        boolean hidden() {
            return !shownAs.equals(scenario.name());
        }
    }

    /** Starts a run of a scenario and passes its samples to a listener. */
    public synchronized ScenarioRunView start(Played played, ScenarioRequest request, SampleListener listener) {
        Running run = slot.start(RunSlot.Kind.SCENARIO, () -> make(played, request, listener), Running::engine);
        current = run;
        return run.script().view();
    }

    private Running make(Played played, ScenarioRequest request, SampleListener listener) {
        RunSettings settings = runs.settings(
                new RunFactory.Wanted(
                        played.shownAs(),
                        defaults.seed(request.seed()),
                        defaults.guards(request.guards()),
                        Map.of(SettingsFile.SCENARIO, played.shownAs())),
                folders,
                null);
        RunRecorder recorder = runs.recorder(settings, folders.folder(settings.id()), EventKind.SCENARIO_FINISHED);
        if (!played.hidden()) {
            ScenarioFolder.write(recorder.folder(), played);
        }
        String name = played.scenario().name();
        runs.report(
                EventKind.SCENARIO_STARTED,
                Map.of(EventId.ID, settings.id(), EventId.SCENARIO, name, EventId.SEED, settings.seed()));
        ScenarioScript script =
                new ScenarioScript(new ScenarioScript.Part(settings, played, runs.terms(), listener), recorder);
        return new Running(script, runs.engine(settings, recorder, script, runs.operators(settings), name));
    }

    public synchronized boolean playing() {
        return current != null && !current.engine().over();
    }

    public synchronized ScenarioRunView current() {
        return find().script().view();
    }

    /** Aborts the run; what it injected is taken back. */
    public synchronized ScenarioRunView abort() {
        Running run = find();
        if (run.engine().over()) {
            throw new IllegalStateException("The scenario is over; there is nothing to abort");
        }
        run.engine().abort();
        return run.script().view();
    }

    /** A file of a run's folder. */
    public Path file(String id, String name) {
        return folders.file(id, name);
    }

    private Running find() {
        if (current == null) {
            throw NotFoundException.nothingYet("There was no scenario yet; start one with POST /scenarios/{name}/runs");
        }
        return current;
    }

    /** An ending control room takes back what its scenario did. */
    @Override
    public void close() {
        Running run;
        synchronized (this) {
            run = current;
        }
        if (run != null && !run.engine().over()) {
            run.engine().abortAndWait();
        }
    }
}
