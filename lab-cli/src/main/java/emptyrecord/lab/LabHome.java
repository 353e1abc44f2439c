package emptyrecord.lab;

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
import tools.jackson.databind.json.JsonMapper;

/** Where the lab keeps things: the distribution, and the running region's folder with its data, logs and process ids. */
final class LabHome {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REPLAYS = "replays";

    private final Path home;
    private final Path first;
    private final Path run;
    private final Region region;
    private final String option;

    private LabHome(Path home, Path first, Path run, Place place, String option) {
        this.home = home;
        this.first = first;
        this.run = run;
        this.region = new Region(place);
        this.option = option;
    }

    /**
     * {@code lab.home} is set by the wrapper; {@code LAB_RUN} moves the region's folder, the named regions' folders stand
     * in {@code teams} beside it.
     *
     * @param name of the region, or null for the one without a name
     */
    static LabHome find(@Nullable String name) {
        Path home =
                Path.of(System.getProperty("lab.home", ".")).toAbsolutePath().normalize();
        String moved = System.getenv("LAB_RUN");
        Path run = moved == null || moved.isBlank()
                ? home.resolve("run")
                : Path.of(moved).toAbsolutePath();
        if (name == null) {
            return new LabHome(home, run, run, Place.FIRST, "");
        }
        Teams teams = teams(run);
        return new LabHome(home, run, teams.run(name), teams.place(name), "--name " + name + " ");
    }

    private static Teams teams(Path run) {
        return new Teams(run.resolveSibling("teams"));
    }

    /** The services and where they listen. */
    Region region() {
        return region;
    }

    /** What a command needs to mean this region. */
    String option() {
        return option;
    }

    /**
     * What a region was started with.
     *
     * @param origin wall instant at which its incident time and wall time agree
     * @param uuidNames whether plans' trees are named by UUIDs; null in a region from before there was a choice: they are not
     */
    record Started(
            double speed,
            long seed,
            Instant origin,
            @Nullable Boolean uuidNames) {}

    /** The project's folder. */
    Path home() {
        return home;
    }

    Path dist() {
        return home.resolve("lab-cli/target/dist");
    }

    Path run() {
        return run;
    }

    Path runs() {
        return home.resolve("runs");
    }

    /** Where the regions of this machine keep what was replayed and drilled in them: the one without a name, then the named ones. */
    List<Path> allReplays() {
        return Stream.concat(Stream.of(first), teams(first).folders().stream())
                .map(folder -> folder.resolve(REPLAYS))
                .toList();
    }

    Path logs() {
        return run.resolve("logs");
    }

    Path log(String service) {
        return logs().resolve(service + ".log");
    }

    Path data(String service) {
        return run.resolve("data").resolve(service);
    }

    Path pidFile(String service) {
        return run.resolve("pids").resolve(service + ".json");
    }

    Path pids() {
        return run.resolve("pids");
    }

    Optional<Started> started() {
        Path file = run.resolve("region.json");
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Started.class)) : Optional.empty();
    }

    void started(Started started) {
        createFolders();
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(run.resolve("region.json").toFile(), started);
    }

    void createFolders() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(pids());
        } catch (IOException e) {
            throw new LabException("cannot write to " + run + " (" + e.getMessage()
                    + "); make it writable or set LAB_RUN to another folder");
        }
    }

    /** Forgets the last region's data and logs, but not what was replayed in it; never called while one of its processes lives. */
    void clear() {
        if (!Files.exists(run)) {
            return;
        }
        Path replays = run.resolve(REPLAYS);
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(f -> !f.startsWith(replays) && !f.equals(run))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + run, e);
        }
    }
}
