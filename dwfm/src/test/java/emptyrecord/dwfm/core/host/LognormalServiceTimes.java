package emptyrecord.dwfm.core.host;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The droplets' times in the simulator: log-normal with the given mean and coefficient of variation. */
final class LognormalServiceTimes implements ServiceTimes {

    private final RandomGenerator chance;
    private final double mu;
    private final double sigma;

    /** @param variation standard deviation over mean, for example 0.3 (our choice) */
    LognormalServiceTimes(double variation, RandomGenerator chance) {
        this.chance = chance;
        this.sigma = Math.sqrt(Math.log1p(variation * variation));
        this.mu = -sigma * sigma / 2;
    }

    @Override
    public Duration draw(Duration mean) {
        double factor = Math.exp(mu + sigma * chance.nextGaussian());
        return Duration.ofNanos(Math.round(mean.toNanos() * factor));
    }
}
