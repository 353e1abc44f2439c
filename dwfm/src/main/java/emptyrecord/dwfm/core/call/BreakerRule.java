package emptyrecord.dwfm.core.call;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import java.time.Duration;

/**
 * When a breaker opens and closes. Durations are incident time.
 *
 * @param window how many of the last calls count
 * @param least calls without which it does not judge
 * @param percent of them that failed, or were slow, at which it opens
 * @param slow a call that takes longer is slow
 * @param open how long it permits nothing; then it is half-open
 * @param probes calls that it permits half-open, and judges by
 */
public record BreakerRule(int window, int least, int percent, Duration slow, Duration open, int probes) {

    public BreakerRule {
        if (window < 1 || least < 1 || least > window || probes < 1) {
            throw new IllegalArgumentException(
                    "a breaker needs a window of at least 1, within it at least 1 call before"
                            + " it judges, and at least 1 probe, not " + window + ", " + least + " and " + probes);
        }
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a breaker opens at 1 to 100 percent, not at " + percent);
        }
        if (!slow.isPositive() || !open.isPositive()) {
            throw new IllegalArgumentException(
                    "a breaker's times must be positive, not " + slow + " for slow and " + open + " for open");
        }
    }

    /**
     * The shipped one (our choice): 20 calls are about a minute and a half of a host's checks. A call slower than a deadline is
     * as good as failed.
     */
    public static BreakerRule of(LeaseParameters parameters) {
        return new BreakerRule(20, 10, 50, parameters.deadline(), Duration.ofMinutes(2), 3);
    }
}
