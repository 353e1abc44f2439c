package emptyrecord.dynamo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the system's process table says about another process. */
final class Usage {

    private static final long KILOBYTE = 1024;

    private Usage() {}

    /**
     * Nanoseconds on a CPU, by thread. To the nanosecond, where {@code /proc/PID/stat} counts in hundredths of a second.
     */
    private static Map<String, Long> cpuNanos(long process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            return threads.collect(
                    Collectors.toMap(thread -> thread.getFileName().toString(), Usage::ofThread));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + process + " is gone", e);
        }
    }

    /**
     * Begins to measure; what is returned gives the nanoseconds on a CPU since then, of all threads that still live. So read
     * it before connections are closed, and their threads with them.
     */
    static LongSupplier cpuFromNow(long process) {
        Map<String, Long> before = cpuNanos(process);
        return () -> cpuNanos(process).entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static long ofThread(Path thread) {
        try {
            String line = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (IOException e) {
            return 0;
        }
    }

    /** Resident bytes. */
    static long residentBytes(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("process " + process + " is gone", e);
        }
    }
}
