package emptyrecord.race.size;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Memory and CPU time of another Java process on this machine. */
final class OtherProcess {

    private OtherProcess() {}

    /** So far; clock ticks are hundredths of a second on Linux. */
    static double cpuSeconds(long process) {
        return ProcessHandle.of(process)
                        .flatMap(found -> found.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    /** Live objects after a full collection, from {@code jcmd PID GC.class_histogram}. */
    static double liveMegabytes(long process) {
        try {
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process asked = new ProcessBuilder(jcmd, String.valueOf(process), "GC.class_histogram").start();
            List<String> lines = asked.inputReader().lines().toList();
            String[] total = lines.getLast().strip().split(" +");
            return Long.parseLong(total[2]) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd, which a JDK has, could not be started", e);
        }
    }

    static double residentMegabytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
