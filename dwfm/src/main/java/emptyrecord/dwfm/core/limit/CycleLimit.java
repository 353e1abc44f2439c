package emptyrecord.dwfm.core.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * Permissions by cycles, with the decisions of resilience4j's RateLimiter: cycle {@code n} is {@code [start + n cycle, start +
 * (n + 1) cycle)} and has {@code permissions}, whatever the one before left over. The first one has none.
 */
public final class CycleLimit implements RateLimit {

    private final Rate rate;
    private final Instant start;
    private Instant latest;
    private long cycle;
    private int left;

    public CycleLimit(Rate rate, Instant start) {
        this.rate = rate;
        this.start = start;
        this.latest = start;
    }

    @Override
    public boolean admits(Instant now) {
        latest = now.isAfter(latest) ? now : latest;
        long current = Duration.between(start, latest).dividedBy(rate.cycle());
        if (current > cycle) {
            cycle = current;
            left = rate.permissions();
        }
        return left > 0 && left-- > 0;
    }
}
