package emptyrecord.control.run;

import emptyrecord.kit.web.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders of one kind of runs: one folder a run, named by the moment it began and its scenario. */
public final class RunFolders {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String STAMPED = "[0-9]{8}-[0-9]{6}-";

    private final Path runs;
    private final Set<String> files;
    private final Pattern id;
    private final String example;

    /**
     * @param files that may be asked for
     * @param suffix pattern of what follows the moment in an id
     * @param example of such a suffix
     */
    public RunFolders(Path runs, Set<String> files, String suffix, String example) {
        this.runs = runs;
        this.files = Set.copyOf(files);
        this.id = Pattern.compile(STAMPED + suffix);
        this.example = example;
    }

    /** The folders of runs of all kinds, of which no single file is asked for. */
    public static RunFolders ofAllKinds(Path runs) {
        return new RunFolders(runs, Set.of(RunFolder.SETTINGS), "[a-z0-9-]{1,71}", "1");
    }

    /**
     * The folder of a run that was begun.
     *
     * @throws NotFoundException for an id that no run has
     */
    public Path folderOf(String run) {
        file(run, RunFolder.SETTINGS);
        return folder(run);
    }

    public Path folder(String run) {
        return runs.resolve(run);
    }

    /** An id that no folder has. */
    public String freeId(Instant now, String suffix) {
        String first = STAMP.format(now) + "-" + suffix;
        int n = 2;
        String free = first;
        while (Files.exists(folder(free))) {
            free = first + "-" + n++;
        }
        return free;
    }

    /** Ids of all runs of this kind, newest first. */
    public List<String> ids() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(f -> f.getFileName().toString())
                    .filter(id.asMatchPredicate())
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file of a run's folder.
     *
     * @throws NotFoundException for an id or a name that cannot be, and for a file that is not there (yet)
     */
    public Path file(String run, String name) {
        if (!files.contains(name) || !id.matcher(run).matches()) {
            throw new NotFoundException(
                    "A run has " + new TreeSet<>(files) + "; its id looks like 20260101-120000-" + example);
        }
        Path file = folder(run).resolve(name);
        if (!Files.isRegularFile(file)) {
            throw NotFoundException.nothingYet("Run " + run + " has no " + name + " (yet)");
        }
        return file;
    }
}
