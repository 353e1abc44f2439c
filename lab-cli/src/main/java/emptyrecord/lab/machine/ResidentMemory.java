package emptyrecord.lab.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Memory as the operating system reports it. On Linux a page that several processes share counts in parts (proportional
 * set size), so the sum over processes is what they use together; elsewhere it is the resident set of {@code ps}.
 */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** A process's share of resident memory in MiB, 0 when unknown. */
    public static long residentMebibytes(long pid) {
        return proportional(pid).orElseGet(() -> resident(pid)) / 1024;
    }

    private static OptionalLong proportional(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(l -> l.startsWith("Pss:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    private static long resident(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            try (BufferedReader out = ps.inputReader(StandardCharsets.US_ASCII)) {
                String line = out.readLine();
                return line == null ? 0 : Long.parseLong(line.strip());
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
