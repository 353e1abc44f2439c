package emptyrecord.lab.run;

import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LabHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The one place for runs: {@code ROOT/ID} of the region without a name, {@code ROOT/REGION/ID} of a named one. Ids
 * begin with the start time, so their order is chronological.
 *
 * @param root does not have to exist yet
 */
public record RunStore(Path root) {

    /** Stands for the newest run. */
    public static final String LAST = "last";

    /** The outcome of a run whose end was not recorded. */
    private static final String UNFINISHED = "UNFINISHED";

    /** A running region adds a sample every second; our choice. */
    private static final long STILL_GROWS_MS = 10_000;

    /** The runs of all regions that this command can see. */
    public static RunStore of(CommandSpec spec) {
        return new RunStore(LabHome.of(spec).allRuns());
    }

    /** Newest first. */
    public List<RunEntry> all() {
        List<RunEntry> found = new ArrayList<>();
        for (Path folder : folders(root)) {
            if (isRun(folder)) {
                found.add(RunEntry.of(folder, ""));
            } else {
                String region = folder.getFileName().toString();
                folders(folder).stream().filter(RunStore::isRun).forEach(f -> found.add(RunEntry.of(f, region)));
            }
        }
        found.sort(Comparator.comparing(RunEntry::started).reversed());
        return found;
    }

    private static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve(RunFiles.SETTINGS));
    }

    private static List<Path> folders(Path in) {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new LabException("cannot read the runs: " + Failures.reason(e));
        }
    }

    /**
     * The requested run.
     *
     * @param wanted {@code last}, a run's id, a part of it that is unique, or a folder
     */
    public RunEntry find(String wanted) {
        if (wanted.isBlank()) {
            throw LabException.usage("a run's name is empty; ./lab runs lists the runs, 'last' is the newest");
        }
        List<RunEntry> all = all();
        if (wanted.equals(LAST)) {
            return all.stream()
                    .findFirst()
                    .orElseThrow(() -> new LabException(
                            "there is no run in " + root + " yet; ./lab replay or ./lab scenario run plays one"));
        }
        List<RunEntry> alike = all.stream().filter(r -> r.id().contains(wanted)).toList();
        Optional<RunEntry> same =
                alike.stream().filter(r -> r.id().equals(wanted)).findFirst();
        if (same.isPresent() || alike.size() == 1) {
            return same.orElseGet(alike::getFirst);
        }
        return folder(wanted).map(f -> RunEntry.of(f, "")).orElseThrow(() -> unknown(wanted, alike));
    }

    private Optional<Path> folder(String wanted) {
        try {
            Path folder = Path.of(wanted).toAbsolutePath().normalize();
            return Files.isDirectory(folder) && folder.getFileName() != null ? Optional.of(folder) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private LabException unknown(String wanted, List<RunEntry> alike) {
        return LabException.usage(
                alike.isEmpty()
                        ? "there is no run and no folder '" + wanted
                                + "'; ./lab runs lists the runs, 'last' is the newest"
                        : "'" + wanted + "' fits " + alike.size() + " runs, "
                                + alike.getLast().id() + " to "
                                + alike.getFirst().id() + "; give more of the name");
    }

    /** A run whose samples grew just now, without a report or with one requested while it was under way. */
    private static boolean isPlaying(Path folder) {
        long grown = folder.resolve(RunFiles.SAMPLES).toFile().lastModified();
        boolean open = RunFiles.report(folder)
                .map(report -> report.outcome().equals(UNFINISHED))
                .orElse(true);
        return open && System.currentTimeMillis() - grown < STILL_GROWS_MS;
    }

    /** Deletes a run's folder; only if it is in this place and is a run. */
    public void delete(RunEntry run) {
        Path folder = run.folder().toAbsolutePath().normalize();
        if (!folder.startsWith(root.toAbsolutePath().normalize()) || !isRun(folder)) {
            throw LabException.usage(folder + " is no run in " + root + "; delete it by hand");
        }
        if (isPlaying(folder)) {
            throw new LabException(folder.getFileName() + " is being played; stop it first");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LabException("cannot delete " + folder + ": " + Failures.reason(e));
        }
    }
}
