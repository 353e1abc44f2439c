package emptyrecord.dwfm.core.limit;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.kit.kernel.TokenBucket;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The operators' throttle on incoming establish attempts (F12): a share of what the workers can establish, as a token
 * bucket of half the workers. A refused attempt is tried again after a deadline.
 */
public final class Throttle {

    private final LeaseParameters parameters;
    private OptionalDouble share = OptionalDouble.empty();
    private TokenBucket bucket;

    public Throttle(LeaseParameters parameters, Instant now) {
        this.parameters = parameters;
        this.bucket = new TokenBucket(0, 1, 0, now);
    }

    public void set(double wanted, Instant now) {
        if (!(wanted > 0 && wanted <= 1)) {
            throw new IllegalArgumentException(
                    "share must be more than 0 and at most 1, not " + wanted + "; 0.27 of the capacity was enough");
        }
        double capacity = Math.max(2, parameters.workers() / 2.0);
        bucket = new TokenBucket(wanted * parameters.attemptsPerMinute(), capacity, 0, now);
        share = OptionalDouble.of(wanted);
    }

    public void clear() {
        share = OptionalDouble.empty();
    }

    public OptionalDouble share() {
        return share;
    }

    public boolean admits(Instant now) {
        return share.isEmpty() || bucket.tryTake(1, now);
    }
}
