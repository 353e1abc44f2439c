package emptyrecord.control.run;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.ReplayRequest;
import emptyrecord.api.run.ReplayView;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.judge.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The replays: one at a time, each with a folder. */
public final class Replays implements AutoCloseable {

    private static final Set<String> FILES = Set.of(
            "settings.json",
            "events.jsonl",
            "samples.jsonl",
            RunFolder.DNS,
            RunFolder.DESK,
            "report.json",
            "report.html");

    private final RunFactory runs;
    private final RunDefaults defaults;
    private final RunSlot slot;
    private final RunFolders folders;
    private @Nullable Replay current;

    public Replays(RunFactory runs, RunDefaults defaults, RunSlot slot) {
        this.runs = runs;
        this.defaults = defaults;
        this.slot = slot;
        this.folders = new RunFolders(runs.settings().runsDir(), FILES, "[0-9-]{1,20}", "1");
    }

    /**
     * Starts a replay.
     *
     * @throws IllegalArgumentException for a guard that no service has, or a number out of its range
     * @throws IllegalStateException while another run is on
     */
    public synchronized ReplayView start(ReplayRequest request) {
        WantedReplay wanted = WantedReplay.of(request, defaults);
        Replay replay = slot.start(RunSlot.Kind.REPLAY, () -> make(wanted), Replay::engine);
        current = replay;
        return replay.view();
    }

    private Replay make(WantedReplay wanted) {
        RunSettings.NightNumbers numbers = new RunSettings.NightNumbers(
                wanted.untilMinutes(),
                wanted.trigger(),
                wanted.maxRounds(),
                runs.settings().replay().quietMinutes());
        RunSettings settings = runs.settings(
                new RunFactory.Wanted(
                        String.valueOf(wanted.seed()), wanted.seed(), wanted.guards(), parameters(runs.settings())),
                folders,
                numbers);
        Replay replay = new Replay(
                runs,
                settings,
                numbers,
                runs.recorder(settings, folders.folder(settings.id()), EventKind.REPLAY_FINISHED));
        runs.report(
                EventKind.REPLAY_STARTED,
                Map.of(
                        EventId.ID, settings.id(),
                        EventId.SEED, settings.seed(),
                        EventId.GUARDS, String.join(" ", settings.guards()),
                        EventId.TRIGGER, wanted.trigger()));
        return replay;
    }

    /** Settings of the control room that shape a replay, for the reader of its folder. */
    private static Map<String, Object> parameters(ControlSettings control) {
        return new TreeMap<>(Map.of(
                "connectionsPerMinute", control.connectionsPerMinute(),
                "launchesPerMinute", control.customers().launchesPerMinute(),
                "terminationsPerMinute", control.customers().terminationsPerMinute(),
                "autoScaledShare", control.customers().autoScaledShare(),
                "trigger",
                        control.replay().trigger() + "/" + control.replay().triggerStep() + "/"
                                + control.replay().triggerTarget()));
    }

    public synchronized ReplayView current() {
        return find().view();
    }

    /** The running or last replay, if there was one. */
    public synchronized Optional<ReplayView> look() {
        return Optional.ofNullable(current).map(Replay::view);
    }

    /** Aborts the running replay; its folder gets a report of the part that was played. */
    public synchronized ReplayView abort() {
        Replay replay = find();
        if (replay.over()) {
            throw new IllegalStateException("The replay is over; there is nothing to abort");
        }
        replay.engine().abort();
        return replay.view();
    }

    /** T+ of the last replay: 0 before T+0, and its last value once the replay is over. */
    public synchronized double tPlusMinutes() {
        return current == null ? 0 : current.tPlusMinutes();
    }

    /** While a replay runs. */
    public synchronized boolean playing() {
        return current != null && !current.over();
    }

    /** While a replay's trigger works and the record is not empty yet. */
    public synchronized boolean racing() {
        return current != null && current.racing();
    }

    public synchronized int rounds() {
        return current == null ? 0 : current.rounds();
    }

    /** Ids of all runs that have a folder, newest first. */
    public List<String> ids() {
        return folders.ids();
    }

    /** A file of a run's folder. */
    public Path file(String id, String name) {
        return folders.file(id, name);
    }

    private Replay find() {
        if (current == null) {
            throw NotFoundException.nothingYet("There was no replay yet; start one with POST /replays");
        }
        return current;
    }

    /** An ending control room ends its replay, and waits for the report. */
    @Override
    public void close() {
        Replay replay;
        synchronized (this) {
            replay = current;
        }
        if (replay != null && !replay.over()) {
            replay.engine().abortAndWait();
        }
    }
}
