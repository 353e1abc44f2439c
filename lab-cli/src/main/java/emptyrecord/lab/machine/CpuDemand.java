package emptyrecord.lab.machine;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * CPU that the region takes while the night plays, in cores by speed, as measured on 2 cores of a shared machine (README, "What it
 * takes"). It is linear between the measured speeds and below them down to zero; above them it continues as before.
 */
public final class CpuDemand {

    /** Measured: mean over a night. */
    static final NavigableMap<Double, Double> CORES = new TreeMap<>(Map.of(60.0, .6, 120.0, 1.2, 180.0, 1.7));

    /** Speeds that are suggested, fastest first. */
    static final List<Integer> SPEEDS = List.of(180, 120, 60, 30);

    public static final int FASTEST = SPEEDS.getFirst();

    private CpuDemand() {}

    /** @param speed incident seconds per real second */
    public static double cores(double speed) {
        Map.Entry<Double, Double> above = CORES.ceilingEntry(speed);
        Map.Entry<Double, Double> to = above == null ? CORES.lastEntry() : above;
        Map.Entry<Double, Double> before = CORES.lowerEntry(to.getKey());
        double fromSpeed = before == null ? 0 : before.getKey();
        double fromCores = before == null ? 0 : before.getValue();
        return fromCores + (speed - fromSpeed) * (to.getValue() - fromCores) / (to.getKey() - fromSpeed);
    }
}
