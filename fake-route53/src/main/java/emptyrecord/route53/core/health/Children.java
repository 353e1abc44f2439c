package emptyrecord.route53.core.health;

import java.util.HashSet;
import java.util.List;

/**
 * The health checks that a calculated one counts.
 *
 * @param threshold how many must be healthy, 0 to 256; 0 is always healthy, more than there are never
 * @param ids up to 256
 */
public record Children(int threshold, List<String> ids) {

    private static final int MAX = 256;
    private static final int ID_MAX = 64;

    public Children {
        ids = List.copyOf(ids);
        if (threshold < 0 || threshold > MAX) {
            throw new IllegalArgumentException(
                    "HealthThreshold must be a number from 0 to " + MAX + ", not " + threshold);
        }
        if (ids.size() > MAX || new HashSet<>(ids).size() < ids.size()) {
            throw new IllegalArgumentException("ChildHealthChecks can have up to " + MAX + " different health checks");
        }
        if (ids.stream().anyMatch(id -> id.isEmpty() || id.length() > ID_MAX)) {
            throw new IllegalArgumentException("ChildHealthCheck must be the id of a health check");
        }
    }

    /** @param healthy how many of them are */
    public boolean areEnough(long healthy) {
        return healthy >= threshold;
    }

    int characters() {
        return ids.stream().mapToInt(String::length).sum();
    }
}
