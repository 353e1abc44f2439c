package emptyrecord.dwfm.core.limit;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The operators' throttle on incoming establish attempts (F12): a share of what the workers can establish. Each cycle has
 * permissions for half the workers and is as long as that share takes; the first one has none. A refused attempt is tried
 * again after a deadline.
 */
public final class Throttle {

    /** So that any share has a cycle that can be counted in nanoseconds. */
    private static final double CYCLE_MINUTES_MAX = Duration.ofDays(365).toMinutes();

    private final LeaseParameters parameters;
    private final RateLimit.Maker limits;
    private OptionalDouble share = OptionalDouble.empty();
    private RateLimit limit;

    public Throttle(LeaseParameters parameters, RateLimit.Maker limits, Instant now) {
        this.parameters = parameters;
        this.limits = limits;
        this.limit = limits.make(rate(1), now);
    }

    public void set(double wanted, Instant now) {
        if (!(wanted > 0 && wanted <= 1)) {
            throw new IllegalArgumentException(
                    "share must be more than 0 and at most 1, not " + wanted + "; 0.27 of the capacity was enough");
        }
        limit = limits.make(rate(wanted), now);
        share = OptionalDouble.of(wanted);
    }

    private RateLimit.Rate rate(double wanted) {
        int permissions = Math.max(2, parameters.workers() / 2);
        double minutes = permissions / (wanted * parameters.attemptsPerMinute());
        return new RateLimit.Rate(permissions, IncidentClock.ofMinutes(Math.min(minutes, CYCLE_MINUTES_MAX)));
    }

    public void clear() {
        share = OptionalDouble.empty();
    }

    public OptionalDouble share() {
        return share;
    }

    public boolean admits(Instant now) {
        return share.isEmpty() || limit.admits(now);
    }
}
