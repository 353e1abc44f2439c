package emptyrecord.dwfm.core.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long a host's connections to DynamoDB live, and so how leases are lost once the name is empty (F7): what is
 * connected goes on, what has to connect cannot. AWS says only that leases were lost gradually, and not why; that pooled
 * connections outlived the record is our reading.
 *
 * <p>A droplet's calls stay on one connection. A connection lives for {@code U(min, max)}. The first one of a process
 * lives for a uniform share of that, as if the fleet had not been connected in one minute.
 *
 * @param count connections of a host
 * @param min shortest life; equal to {@code max} for a fixed one
 * @param max longest life
 */
public record ConnectionRule(int count, Duration min, Duration max) {

    /** Never closed because of its age. */
    private static final Duration UNBOUNDED = Duration.between(Instant.EPOCH, Instant.parse("3000-01-01T00:00:00Z"));

    private static final Duration MINUTE = Duration.ofSeconds(60);

    public ConnectionRule {
        if (count < 1) {
            throw new IllegalArgumentException("dwfm.connections-per-host must be at least 1, not " + count);
        }
        if (!min.isPositive() || max.compareTo(min) < 0) {
            throw new IllegalArgumentException(
                    "dwfm.connection-life-min must be positive and not longer than dwfm.connection-life-max, not " + min
                            + " and " + max);
        }
    }

    /** The rule with another mode: {@code spread} is this one. */
    public ConnectionRule mode(String mode) {
        return switch (mode) {
            case "spread" -> this;
            case "60s" -> new ConnectionRule(count, MINUTE, MINUTE);
            case "unbounded" -> new ConnectionRule(count, UNBOUNDED, UNBOUNDED);
            default ->
                throw new IllegalArgumentException(
                        "dwfm.connection-mode must be spread, 60s or unbounded, not '" + mode + "'");
        };
    }

    /** Which of the host's connections a droplet's calls use, from 0. */
    public int connectionOf(DropletId droplet) {
        return droplet.slot() % count;
    }

    Duration life(RandomGenerator chance) {
        return share(max.minus(min), chance.nextDouble()).plus(min);
    }

    /** Of a process's first connection; one without a bound has none either. */
    Duration firstLife(RandomGenerator chance) {
        return max.equals(UNBOUNDED) ? UNBOUNDED : share(life(chance), chance.nextDouble());
    }

    private static Duration share(Duration whole, double share) {
        return Duration.ofNanos(Math.round(whole.toNanos() * share));
    }
}
