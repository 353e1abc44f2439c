package emptyrecord.route53.core.health;

import java.util.HashSet;
import java.util.List;

/**
 * How often an endpoint is probed, from where, and how many equal results in a row change a checker's opinion.
 *
 * @param intervalSeconds of each checker, 10 or 30 incident seconds
 * @param failureThreshold 1 to 10
 * @param measureLatency kept and returned; latencies are not measured
 * @param regions at least three of {@link #REGIONS}; none stands for all
 */
public record Pace(int intervalSeconds, int failureThreshold, boolean measureLatency, List<String> regions) {

    /** Route 53's HealthCheckRegion. */
    public static final List<String> REGIONS = List.of(
            "us-east-1",
            "us-west-1",
            "us-west-2",
            "eu-west-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-northeast-1",
            "sa-east-1");

    public static final int INTERVAL_DEFAULT = 30;
    public static final int THRESHOLD_DEFAULT = 3;

    private static final int INTERVAL_FAST = 10;
    private static final int THRESHOLD_MAX = 10;
    private static final int REGIONS_MIN = 3;

    public Pace {
        regions = List.copyOf(regions);
        if (intervalSeconds != INTERVAL_FAST && intervalSeconds != INTERVAL_DEFAULT) {
            throw new IllegalArgumentException("RequestInterval must be 10 or 30, not " + intervalSeconds);
        }
        if (failureThreshold < 1 || failureThreshold > THRESHOLD_MAX) {
            throw new IllegalArgumentException(
                    "FailureThreshold must be a number from 1 to " + THRESHOLD_MAX + ", not " + failureThreshold);
        }
        boolean wrong = !REGIONS.containsAll(regions) || new HashSet<>(regions).size() < regions.size();
        if (!regions.isEmpty() && (wrong || regions.size() < REGIONS_MIN)) {
            throw new IllegalArgumentException("Regions must be at least " + REGIONS_MIN + " different ones of "
                    + REGIONS + "; leave them out for all");
        }
    }

    /** The regions from which it is probed. */
    public List<String> checkers() {
        return regions.isEmpty() ? REGIONS : regions;
    }
}
