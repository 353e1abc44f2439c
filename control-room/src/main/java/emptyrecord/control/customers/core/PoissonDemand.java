package emptyrecord.control.customers.core;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Arrivals without memory: the time to the next one is exponential with mean 1/rate. */
public final class PoissonDemand {

    private final double perMinute;
    private final RandomGenerator chance;

    /** @param perMinute arrivals per incident minute, above 0 */
    public PoissonDemand(double perMinute, RandomGenerator chance) {
        if (!(perMinute > 0)) {
            throw new IllegalArgumentException("arrivals per minute must be above 0, not " + perMinute);
        }
        this.perMinute = perMinute;
        this.chance = chance;
    }

    public Duration untilNext() {
        return Duration.ofNanos(Math.round(-Math.log(1 - chance.nextDouble()) / perMinute * 6e10));
    }
}
