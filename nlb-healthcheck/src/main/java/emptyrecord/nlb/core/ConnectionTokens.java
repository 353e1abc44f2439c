package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;

/**
 * What a node can carry: a token bucket of new connections, {@code tokens = min(burst, tokens + perMinute * minutes)}.
 * When fewer nodes are in DNS the rest get more than this, and connections fail although every node works (F71).
 */
public final class ConnectionTokens {

    private static final double NANOS_PER_MINUTE = 6e10;

    private final double perMinute;
    private final double burst;
    private double tokens;
    private Instant filledAt;

    /**
     * @param perMinute new connections per incident minute
     * @param burst how long the bucket takes to fill; it starts full and holds at least one
     */
    public ConnectionTokens(double perMinute, Duration burst, Instant now) {
        this.perMinute = perMinute;
        this.burst = Math.max(1, perMinute * burst.toNanos() / NANOS_PER_MINUTE);
        this.tokens = this.burst;
        this.filledAt = now;
    }

    /** Takes one token if there is one. */
    public boolean take(Instant now) {
        if (now.isAfter(filledAt)) {
            double minutes = Duration.between(filledAt, now).toNanos() / NANOS_PER_MINUTE;
            tokens = Math.min(burst, tokens + minutes * perMinute);
            filledAt = now;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
