package emptyrecord.lab.home;

import emptyrecord.kit.settings.PrivateFolder;
import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

/** The lab's folders: the distribution, and the running region's folder with its data, logs and process ids. */
public final class LabHome {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LOCK = ".starting";

    /** Where runs were kept before they had a folder of their own. */
    private static final String EARLIER_RUNS = "replays";

    private final Path home;
    private final String name;
    private final Path run;
    private final RegionLayout region;

    private LabHome(Path home, Path run, LoopbackPlan place, String name) {
        this.home = home;
        this.run = run;
        this.region = new RegionLayout(place);
        this.name = name;
    }

    /** The home of the region that a command addresses. */
    public static LabHome of(CommandSpec spec) {
        return find(((RegionChoice) spec.root().userObject()).region());
    }

    /**
     * {@code lab.home} is set by the wrapper; {@code LAB_RUN} moves the region's folder. The named regions' folders are
     * in {@code teams} beside it.
     *
     * @param name of the region, or null for the one without a name
     */
    public static LabHome find(@Nullable String name) {
        Path home =
                Path.of(System.getProperty("lab.home", ".")).toAbsolutePath().normalize();
        String moved = System.getenv("LAB_RUN");
        Path run = moved == null || moved.isBlank()
                ? home.resolve("run")
                : Path.of(moved).toAbsolutePath();
        if (name == null) {
            return new LabHome(home, run, LoopbackPlan.FIRST, "");
        }
        NamedRegions teams = teams(run);
        return new LabHome(home, teams.run(name), teams.place(name), name);
    }

    private static NamedRegions teams(Path run) {
        return new NamedRegions(run.resolveSibling("teams"));
    }

    /** The services and their addresses. */
    public RegionLayout region() {
        return region;
    }

    /** The option that makes a command address this region. */
    public String option() {
        return name.isEmpty() ? "" : "--name " + name + " ";
    }

    /**
     * The options that a region was started with.
     *
     * @param origin wall instant at which its incident time and wall time agree
     * @param uuidNames whether plans' trees are named by UUIDs; null (no) in a region older than this option
     * @param loadBalancers of DynamoDB; null (3) in a region older than this option
     */
    public record Started(
            double speed,
            long seed,
            Instant origin,
            @Nullable Boolean uuidNames,
            @Nullable Boolean tracing,
            @Nullable Integer loadBalancers) {}

    /** The project's folder. */
    public Path home() {
        return home;
    }

    public Path dist() {
        return home.resolve("lab-cli/target/dist");
    }

    public Path run() {
        return run;
    }

    /** The folder of this region's runs. */
    public Path runs() {
        return name.isEmpty() ? allRuns() : allRuns().resolve(name);
    }

    /** The runs of all regions: in {@code runs} of the project's folder, or in {@code LAB_RUNS}. */
    public Path allRuns() {
        String moved = System.getenv("LAB_RUNS");
        return moved == null || moved.isBlank()
                ? home.resolve("runs")
                : Path.of(moved).toAbsolutePath().normalize();
    }

    Path logs() {
        return run.resolve("logs");
    }

    public Path log(String service) {
        return logs().resolve(service + ".log");
    }

    public Path data(String service) {
        return run.resolve("data").resolve(service);
    }

    /** The file with the id of the service's keeper. */
    public Path pidFile(String service) {
        return pids().resolve(service + ".json");
    }

    /** The file with the id of the service's own process; its keeper writes it. */
    public Path childFile(String service) {
        return pids().resolve(service + ".pid");
    }

    /** The file that lists unexpected ends of services. */
    public Path ends() {
        return run.resolve("ends.jsonl");
    }

    /**
     * Held while a region is started here.
     *
     * @throws LabException when another start holds it
     */
    public RegionLock lock() {
        createFolders();
        return RegionLock.take(run.resolve(LOCK), run.resolve(LOCK + ".holder"));
    }

    public Path pids() {
        return run.resolve("pids");
    }

    public Optional<Started> started() {
        Path file = run.resolve("region.json");
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Started.class)) : Optional.empty();
    }

    public void started(Started started) {
        createFolders();
        Path file = run.resolve("region.json");
        try {
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(started));
        } catch (IOException e) {
            throw new LabException("cannot write " + file + " (" + e.getMessage()
                    + "); is the disk full? make room, or set LAB_RUN to another folder");
        }
    }

    public void createFolders() {
        try {
            for (Path folder : List.of(logs(), pids(), run.resolve("data"))) {
                PrivateFolder.create(folder);
            }
        } catch (IOException e) {
            throw new LabException("cannot write to " + run + " (" + e.getMessage()
                    + "); make it writable or set LAB_RUN to another folder");
        }
    }

    /** Deletes the last region's data and logs; never called while one of its processes lives. */
    public void clear() {
        if (!Files.exists(run)) {
            return;
        }
        keepEarlierRuns();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(f -> !f.equals(run) && !isLock(f))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LabException("cannot clear " + run + " (" + Failures.sentence(e)
                    + "); make it writable or set LAB_RUN to another folder");
        }
    }

    /** Moves runs from the region's folder, where they once were kept, to the common one. */
    private void keepEarlierRuns() {
        Path earlier = run.resolve(EARLIER_RUNS);
        if (!Files.isDirectory(earlier)) {
            return;
        }
        try (Stream<Path> old = Files.list(earlier)) {
            Files.createDirectories(runs());
            for (Path folder : old.toList()) {
                Path to = runs().resolve(folder.getFileName());
                if (!Files.exists(to)) {
                    Files.move(folder, to);
                }
            }
        } catch (IOException e) {
            throw new LabException("cannot move the runs in " + earlier + " to " + runs() + ": " + Failures.reason(e));
        }
    }

    /** The lock of the start that deletes old data. */
    private boolean isLock(Path file) {
        return file.startsWith(run) && String.valueOf(run.relativize(file)).startsWith(LOCK);
    }
}
