package emptyrecord.control.customers.core;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Arrivals at an even pace, as many small customers together make: the time to the next one is U(0.5, 1.5) of the mean (our
 * choice; memoryless arrivals would overrun single nodes on a quiet day).
 */
public final class PacedDemand {

    private final double perMinute;
    private final RandomGenerator chance;

    /** @param perMinute arrivals per incident minute, above 0 */
    public PacedDemand(double perMinute, RandomGenerator chance) {
        if (!(perMinute > 0)) {
            throw new IllegalArgumentException("arrivals per minute must be above 0, not " + perMinute);
        }
        this.perMinute = perMinute;
        this.chance = chance;
    }

    public Duration untilNext() {
        return Duration.ofNanos(Math.round((.5 + chance.nextDouble()) / perMinute * 6e10));
    }
}
