package emptyrecord.control.replay;

import emptyrecord.control.ControlSettings;
import emptyrecord.control.core.judge.RunSettings;
import emptyrecord.kit.web.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The replays: one at a time, each with a folder. */
public final class Replays implements AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final Set<String> FILES =
            Set.of("settings.json", "events.jsonl", "samples.jsonl", "report.json", "report.html");

    private static final Pattern ID = Pattern.compile("[0-9]{8}-[0-9]{6}-[0-9-]{1,20}");

    private final Lab lab;
    private final ReplayRequest.Defaults defaults;
    private @Nullable Replay current;

    public Replays(Lab lab, ReplayRequest.Defaults defaults) {
        this.lab = lab;
        this.defaults = defaults;
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
        Set<String> known = wanted.guards().isEmpty()
                ? Set.of()
                : lab.switchboards().declared().guards();
        for (String guard : wanted.guards()) {
            if (!known.contains(guard)) {
                throw new IllegalArgumentException("No service has a guard '" + guard + "'; there are " + known);
            }
        }
        RunSettings settings = settings(wanted);
        lab.feed().poll();
        Replay replay = new Replay(lab, settings, new Diary(lab, settings, folder(settings.id())));
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
        Path runs = lab.settings().runsDir();
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(f -> f.getFileName().toString())
                    .filter(ID.asMatchPredicate())
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of a run's folder. */
    public Path file(String id, String name) {
        if (!FILES.contains(name) || !ID.matcher(id).matches()) {
            throw new NotFoundException("A run has " + FILES + "; its id looks like 20260101-120000-1");
        }
        Path file = folder(id).resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new NotFoundException("Run " + id + " has no " + name + " (yet)");
        }
        return file;
    }

    private Path folder(String id) {
        return lab.settings().runsDir().resolve(id);
    }

    private Replay find() {
        if (current == null) {
            throw new NotFoundException("There was no replay yet; start one with POST /replays");
        }
        return current;
    }

    private RunSettings settings(ReplayRequest.Wanted wanted) {
        ControlSettings control = lab.settings();
        Instant now = lab.clock().wallInstant();
        return new RunSettings(
                freeId(now, wanted.seed()),
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

    private String freeId(Instant now, long seed) {
        String id = STAMP.format(now) + "-" + seed;
        int n = 2;
        String free = id;
        while (Files.exists(folder(free))) {
            free = id + "-" + n++;
        }
        return free;
    }

    @Override
    public synchronized void close() {
        if (current != null && !current.over()) {
            current.abort();
        }
    }
}
