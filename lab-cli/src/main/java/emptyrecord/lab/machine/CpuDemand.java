package emptyrecord.lab.machine;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * CPU that the region takes while the night plays, in cores by speed, as measured on 2 cores of a shared machine (README, "What it
 * takes"). Between the measured speeds it is a straight line, below them it falls to nothing, above them it goes on as before.
 */
public final class CpuDemand {

    /** Measured: mean over a night. */
    static final NavigableMap<Double, Double> CORES = new TreeMap<>(Map.of(60.0, .6, 120.0, 1.2, 180.0, 1.7));

    /** Speeds that are proposed, fastest first. */
    static final List<Integer> SPEEDS = List.of(180, 120, 60, 30);

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
