package emptyrecord.dwfm.core.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Time from an attempt to the next one, if there is no lease by then. */
public interface RetryDelay {

    Duration after(Tried tried, Duration deadline, RandomGenerator chance);

    /** The droplet has a lease again. */
    default void leased(int slot) {}

    /**
     * What has been tried for a droplet.
     *
     * @param slot of the droplet
     * @param tries attempts before this one since the lease lapsed
     */
    record Tried(int slot, int tries) {}

    /** The night: at the deadline, at once. */
    record AtTheDeadline() implements RetryDelay {
        @Override
        public Duration after(Tried tried, Duration deadline, RandomGenerator chance) {
            return deadline;
        }
    }

    /**
     * The remedy {@code dwfm.backoff-jitter}: the deadline plus {@code U(0, min(cap, A 2^tries))}. With full jitter the cap
     * must be more than {@code 2 (N Se / W - A)}, twice what a host with N lapsed leases needs beyond a deadline, or the
     * herd stays too dense.
     */
    record FullJitter(Duration cap) implements RetryDelay {
        @Override
        public Duration after(Tried tried, Duration deadline, RandomGenerator chance) {
            double widest = Math.min(cap.toNanos(), deadline.toNanos() * Math.pow(2, Math.min(tried.tries(), 20)));
            return deadline.plusNanos(Math.round(chance.nextDouble() * widest));
        }
    }
}
