package emptyrecord.lab.home;

import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The named regions: a folder each, and a file {@code NAME.place} beside it with its number. A region keeps its number
 * from its first command on. A file lock keeps two commands from taking the same number.
 */
final class NamedRegions {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final String ENDING = ".place";

    private final Path folder;

    NamedRegions(Path folder) {
        this.folder = folder;
    }

    Path run(String name) {
        return folder.resolve(valid(name));
    }

    /** @throws LabException when the name is not valid, or the folder cannot be written */
    LoopbackPlan place(String name) {
        Path file = folder.resolve(valid(name) + ENDING);
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!Files.exists(file)) {
                    Files.writeString(file, String.valueOf(free()));
                }
                return read(file);
            }
        } catch (IOException e) {
            throw new LabException("cannot keep the addresses of " + name + " in " + folder + " (" + e.getMessage()
                    + "); make it writable or set LAB_RUN to another folder");
        }
    }

    private int free() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<Integer> taken = files.filter(f -> f.toString().endsWith(ENDING))
                    .map(f -> read(f).number())
                    .collect(Collectors.toSet());
            return IntStream.iterate(1, n -> n + 1)
                    .filter(n -> !taken.contains(n))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static LoopbackPlan read(Path file) {
        try {
            return new LoopbackPlan(Integer.parseInt(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            throw new LabException(file + " holds no number of a region (" + e.getMessage() + "); delete it");
        }
    }

    private static String valid(String name) {
        if (!NAME.matcher(name).matches()) {
            throw LabException.usage(
                    "a region's name has 1 to 32 small letters, digits and hyphens, for example team-3, not '" + name
                            + "'");
        }
        return name;
    }
}
