package emptyrecord.lab.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * CPU that a running region can have: what its processes use, and what is idle beside them. The first call returns
 * nothing, because both are differences.
 */
public final class RegionCpu {

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long lastAt;
    private Duration lastTaken = Duration.ZERO;

    /** @param processes of the region; without any the result is empty */
    public OptionalDouble available(Collection<ProcessHandle> processes) {
        long now = System.nanoTime();
        double busy = system.getCpuLoad();
        Duration taken = processes.stream()
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        Duration before = lastTaken;
        long since = lastAt;
        lastTaken = taken;
        lastAt = now;
        if (processes.isEmpty() || since == 0 || now <= since || busy < 0 || taken.compareTo(before) < 0) {
            return OptionalDouble.empty();
        }
        double own = (double) taken.minus(before).toNanos() / (now - since);
        return OptionalDouble.of(own + (1 - busy) * system.getAvailableProcessors());
    }
}
