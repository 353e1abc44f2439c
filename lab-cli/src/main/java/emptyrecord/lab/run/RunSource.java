package emptyrecord.lab.run;

import emptyrecord.control.playback.BundleFile;
import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The folder of a requested run: its own, or one into which a bundle was unpacked, which is deleted at the end.
 *
 * @param folder holds the run's files until this is closed
 * @param name as a person asked for it
 */
public record RunSource(Path folder, String name, boolean temporary) implements AutoCloseable {

    /** @param wanted a bundle's file, or a run as {@link RunStore#find} knows it */
    public static RunSource of(CommandSpec spec, String wanted) {
        Optional<Path> file = file(wanted);
        if (file.isPresent()) {
            return unpacked(file.get());
        }
        Path folder = RunStore.of(spec).find(wanted).folder();
        return new RunSource(folder, folder.toString(), false);
    }

    private static Optional<Path> file(String wanted) {
        try {
            return Optional.of(Path.of(wanted)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static RunSource unpacked(Path file) {
        RunSource source = new RunSource(temporaryFolder(), file.toString(), true);
        try {
            BundleFile.unpack(file, source.folder());
            return source;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            source.close();
            throw LabException.usage(Failures.sentence(e));
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("empty-record-run-");
        } catch (IOException e) {
            throw new LabException("cannot make a temporary folder: " + Failures.reason(e));
        }
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path one : all) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new LabException("cannot delete " + folder + ": " + Failures.reason(e));
        }
    }
}
