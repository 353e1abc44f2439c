package emptyrecord.control.scenario;

import emptyrecord.control.core.judge.RunSettings;
import emptyrecord.control.core.scenario.Scenario;
import emptyrecord.control.replay.Diary;
import emptyrecord.control.replay.Lab;
import emptyrecord.control.replay.ReplayRequest;
import emptyrecord.kit.web.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The runs of scenarios: one at a time and none beside a replay, each with a folder. */
public final class ScenarioRuns implements AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Set<String> FILES = Set.of(
            "scenario.yaml",
            "verdict.json",
            "settings.json",
            "events.jsonl",
            "samples.jsonl",
            "report.json",
            "report.html");
    private static final Pattern ID = Pattern.compile("[0-9]{8}-[0-9]{6}-[a-z][a-z0-9-]{0,70}");

    private final Lab lab;
    private final ScenarioFiles files;
    private final ReplayRequest.Defaults defaults;
    private final BooleanSupplier replayPlays;
    private @Nullable ScenarioRun current;

    /** @param replayPlays whether a replay has the stage */
    public ScenarioRuns(Lab lab, ScenarioFiles files, ReplayRequest.Defaults defaults, BooleanSupplier replayPlays) {
        this.lab = lab;
        this.files = files;
        this.defaults = defaults;
        this.replayPlays = replayPlays;
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
        return start(files.read(name, text), text, request, (minute, sample, events, done) -> {});
    }

    /** Starts a run of a scenario that somebody looks on. */
    public synchronized ScenarioRunView start(
            Scenario scenario, String text, ScenarioRequest request, RunObserver observer) {
        if (playing() || replayPlays.getAsBoolean()) {
            throw new IllegalStateException("A " + (playing() ? "scenario" : "replay")
                    + " is running; wait for it, or abort it with DELETE /" + (playing() ? "scenario-runs" : "replays")
                    + "/current");
        }
        RunSettings settings = settings(scenario, request);
        lab.feed().poll();
        Diary diary = new Diary(lab, settings, folder(settings.id()), "scenario-finished");
        ScenarioFolder.write(diary.folder().resolve("scenario.yaml"), text);
        lab.events()
                .record(
                        "scenario-started",
                        Map.of("id", settings.id(), "scenario", scenario.name(), "seed", settings.seed()));
        ScenarioRun run = new ScenarioRun(lab, scenario, settings, diary, observer);
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
        if (!FILES.contains(name) || !ID.matcher(id).matches()) {
            throw new NotFoundException("A run has " + FILES + "; its id looks like 20260101-120000-near-miss");
        }
        Path file = folder(id).resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new NotFoundException("Run " + id + " has no " + name + " (yet)");
        }
        return file;
    }

    private ScenarioRun find() {
        if (current == null) {
            throw new NotFoundException("There was no scenario yet; start one with POST /scenarios/{name}/runs");
        }
        return current;
    }

    private RunSettings settings(Scenario scenario, ScenarioRequest request) {
        Instant now = lab.clock().wallInstant();
        long seed = Optional.ofNullable(request.seed()).orElse(defaults.seed());
        return new RunSettings(
                freeId(now, scenario.name()),
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
                Map.of("scenario", scenario.name()));
    }

    private List<String> guards(ScenarioRequest request) {
        List<String> wanted = Optional.ofNullable(request.guards())
                .orElseGet(() -> defaults.guards().stream().sorted().toList());
        Set<String> known =
                wanted.isEmpty() ? Set.of() : lab.switchboards().declared().guards();
        for (String guard : wanted) {
            if (!known.contains(guard)) {
                throw new IllegalArgumentException("No service has a guard '" + guard + "'; there are " + known);
            }
        }
        return wanted;
    }

    private Path folder(String id) {
        return lab.settings().runsDir().resolve(id);
    }

    private String freeId(Instant now, String name) {
        String id = STAMP.format(now) + "-" + name;
        int n = 2;
        String free = id;
        while (Files.exists(folder(free))) {
            free = id + "-" + n++;
        }
        return free;
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
