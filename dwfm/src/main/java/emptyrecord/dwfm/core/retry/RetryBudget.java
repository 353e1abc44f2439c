package emptyrecord.dwfm.core.retry;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.kit.kernel.TokenBucket;
import java.time.Instant;

/** How many retries of establish attempts a host allows itself. First attempts are never limited. */
public sealed interface RetryBudget {

    boolean allows(Instant now);

    /** A piece of work succeeded in time. */
    void earned(Instant now);

    /** The night: as many as there are time-outs. */
    record Unlimited() implements RetryBudget {
        @Override
        public boolean allows(Instant now) {
            return true;
        }

        @Override
        public void earned(Instant now) {}
    }

    /**
     * The remedy {@code dwfm.retry-budget}: retries are paid from a bucket that fills by a quarter of what the workers
     * can establish, and by a twentieth for every success; so retries may grow only while work succeeds (our reading: a
     * floor that fits beside the renewals, {@code x + utilisation < 1}, dynamics B).
     */
    final class PaidBySuccess implements RetryBudget {

        private static final double FLOOR_SHARE = 0.25;
        private static final double PER_SUCCESS = 0.05;

        private final TokenBucket bucket;

        public PaidBySuccess(LeaseParameters parameters, Instant now) {
            double capacity = Math.max(2, parameters.workers() / 2.0);
            this.bucket = TokenBucket.full(FLOOR_SHARE * parameters.attemptsPerMinute(), capacity, now);
        }

        @Override
        public boolean allows(Instant now) {
            return bucket.tryTake(1, now);
        }

        @Override
        public void earned(Instant now) {
            bucket.add(PER_SUCCESS, now);
        }
    }
}
