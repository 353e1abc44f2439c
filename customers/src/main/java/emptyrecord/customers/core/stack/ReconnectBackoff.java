package emptyrecord.customers.core.stack;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * gRPC's back-off between two tries to connect (doc/connection-backoff.md of grpc/grpc): 1 s, times 1.6 after each
 * failure, 120 s at most, plus or minus 20 %. Incident time. Not thread-safe.
 */
public final class ReconnectBackoff {

    private static final double FIRST_SECONDS = 1;
    private static final double FACTOR = 1.6;
    private static final double MOST_SECONDS = 120;
    private static final double JITTER = .2;

    private final RandomGenerator chance;
    private double seconds = FIRST_SECONDS;

    public ReconnectBackoff(RandomGenerator chance) {
        this.chance = chance;
    }

    /** A try has failed: how long until the next one. */
    public Duration next() {
        double jittered = seconds * (1 + JITTER * (2 * chance.nextDouble() - 1));
        seconds = Math.min(MOST_SECONDS, seconds * FACTOR);
        return Duration.ofMillis(Math.round(jittered * 1000));
    }

    /** A connection stands. */
    public void reset() {
        seconds = FIRST_SECONDS;
    }
}
