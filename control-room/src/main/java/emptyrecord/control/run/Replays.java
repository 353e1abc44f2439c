package emptyrecord.control.run;

import emptyrecord.control.settings.ControlSettings;
import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.judge.RunSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The replays: one at a time, each with a folder. */
public final class Replays implements AutoCloseable {

    private static final Set<String> FILES =
            Set.of("settings.json", "events.jsonl", "samples.jsonl", "report.json", "report.html");

    private final Lab lab;
    private final ReplayRequest.Defaults defaults;
    private final RunFolders folders;
    private @Nullable Replay current;

    public Replays(Lab lab, ReplayRequest.Defaults defaults) {
        this.lab = lab;
        this.defaults = defaults;
        this.folders = new RunFolders(lab.settings().runsDir(), FILES, "[0-9-]{1,20}", "1");
    }

    /**
     * Starts a replay.
     *
     * @throws IllegalArgumentException for a guard that no service has, or a number out of its range
     * @throws IllegalStateException while another replay runs
     */
    public synchronized ReplayView start(ReplayRequest request) {
        ReplayRequest.Wanted wanted = request.wanted(defaults);
        if (current != null && !current.over()) {
            throw new IllegalStateException(
                    "A replay is running; wait for it, or abort it with DELETE /replays/current");
        }
        lab.switchboards().requireGuards(wanted.guards());
        RunSettings settings = settings(wanted);
        lab.feed().poll();
        Replay replay = new Replay(lab, settings, new Diary(lab, settings, folders.folder(settings.id())));
        lab.events()
                .record(
                        "replay-started",
                        Map.of(
                                "id", settings.id(),
                                "seed", settings.seed(),
                                "guards", String.join(" ", settings.guards()),
                                "trigger", settings.trigger()));
        current = replay;
        replay.start();
        return replay.view();
    }

    public synchronized ReplayView current() {
        return find().view();
    }

    /** The running or last replay, if there was one. */
    public synchronized Optional<ReplayView> look() {
        return Optional.ofNullable(current).map(Replay::view);
    }

    /** Aborts the running replay; its folder gets a report of what there was. */
    public synchronized ReplayView abort() {
        Replay replay = find();
        if (replay.over()) {
            throw new IllegalStateException("The replay is over; there is nothing to abort");
        }
        replay.abort();
        return replay.view();
    }

    /** T+ of the last replay: 0 before T+0, and where it ended once it is over. */
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

    private RunSettings settings(ReplayRequest.Wanted wanted) {
        ControlSettings control = lab.settings();
        Instant now = lab.clock().wallInstant();
        return new RunSettings(
                folders.freeId(now, String.valueOf(wanted.seed())),
                wanted.seed(),
                lab.clock().speed(),
                wanted.guards(),
                wanted.untilMinutes(),
                wanted.trigger(),
                wanted.maxRounds(),
                control.replay().quietMinutes(),
                now,
                control.names().regional(),
                control.capacityPerMinute(),
                control.playbook().playbook(),
                new TreeMap<>(Map.of(
                        "connectionsPerMinute", control.connectionsPerMinute(),
                        "launchesPerMinute", control.customers().launchesPerMinute(),
                        "terminationsPerMinute", control.customers().terminationsPerMinute(),
                        "autoScaledShare", control.customers().autoScaledShare(),
                        "trigger",
                                control.replay().trigger() + "/"
                                        + control.replay().triggerStep() + "/"
                                        + control.replay().triggerTarget())));
    }

    @Override
    public synchronized void close() {
        if (current != null && !current.over()) {
            current.abort();
        }
    }
}
