package emptyrecord.lab.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures how much CPU a new process gets beside everything that runs: some threads spin for a moment, and the
 * scheduler shows their share. Unlike a load average it is current. Unlike idle time it shows that busy neighbours have
 * to yield. Time that a hypervisor takes meanwhile ({@code steal}, Linux only) is left out.
 */
public final class CpuProbe {

    private static final Duration LENGTH = Duration.ofMillis(300);
    private static final Path STAT = Path.of("/proc/stat");

    /** Column of {@code steal} in the first line of /proc/stat, after its name (proc(5)). */
    private static final int STEAL = 8;

    private CpuProbe() {}

    /**
     * Cores that so many threads get together.
     *
     * @param threads as many as the region has processes: each gets its turn like any other
     */
    public static double cores(int threads) {
        long stolen = stealTicks();
        long begun = System.nanoTime();
        double got = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> spinning = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                spinning.add(pool.submit(() -> spin(begun + LENGTH.toNanos())));
            }
            for (Future<Long> one : spinning) {
                got += one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long took = System.nanoTime() - begun;
        double lost = (stealTicks() - stolen) * Duration.ofMillis(10).toNanos();
        return Math.max(0, got - lost) / took;
    }

    private static long spin(long until) {
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Hundredths of a second that the hypervisor gave to others; 0 where the system does not report it. */
    private static long stealTicks() {
        try {
            String[] columns = Files.readAllLines(STAT).getFirst().split("\\s+");
            return columns.length > STEAL ? Long.parseLong(columns[STEAL]) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
