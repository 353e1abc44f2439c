package emptyrecord.e2e.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Paths of the project's files, and of programs on this machine that a test may use if they exist. */
public final class Project {

    static final Path HOME =
            Path.of(System.getProperty("lab.home", "..")).toAbsolutePath().normalize();

    /** Scratch of this module. */
    static final Path TARGET = Path.of("target").toAbsolutePath();

    private Project() {}

    public static Path file(String path) {
        return HOME.resolve(path);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of a folder with this ending, by name. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.list(file(folder))) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program on the PATH. */
    static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
