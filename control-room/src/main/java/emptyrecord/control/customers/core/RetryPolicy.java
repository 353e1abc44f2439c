package emptyrecord.control.customers.core;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A refused customer gives up with a small probability, else comes again after U(min, max). The customers who wait form
 * a queue outside the system, which is the demand that returns when launches do (our choice, dynamics C1).
 */
public final class RetryPolicy {

    private final Duration min;
    private final Duration max;
    private final double giveUp;
    private final RandomGenerator chance;

    /**
     * @param min shortest wait, incident time
     * @param max longest wait, incident time
     * @param giveUp probability of giving up, per refusal
     */
    public RetryPolicy(Duration min, Duration max, double giveUp, RandomGenerator chance) {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("the shortest wait " + min + " is longer than the longest, " + max);
        }
        this.min = min;
        this.max = max;
        this.giveUp = giveUp;
        this.chance = chance;
    }

    /** The customer's decision. */
    public sealed interface Decision {
        record GiveUp() implements Decision {}

        record ComeAgain(Duration after) implements Decision {}
    }

    public Decision refused() {
        return chance.nextDouble() < giveUp ? new Decision.GiveUp() : new Decision.ComeAgain(pause());
    }

    /** A wait without the choice of giving up, as terminations have. */
    public Duration pause() {
        long span = max.toNanos() - min.toNanos();
        return min.plusNanos(Math.round(span * chance.nextDouble()));
    }
}
