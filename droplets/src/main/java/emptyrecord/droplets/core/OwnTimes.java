package emptyrecord.droplets.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Each droplet's own time: {@code mean(depth) * speed * U}. Both factors are log-normal with mean 1. {@code speed} is
 * drawn once for each droplet, {@code U} for each check. The speeds of one host's droplets are divided by their average,
 * so every host's droplets take the mean together, whatever the seed. Not thread-safe.
 */
public final class OwnTimes implements LookTimes {

    private final Means means;
    private final Lognormal perCheck;
    private final Map<DropletId, Own> own = new HashMap<>();

    /**
     * Our choice, fitted with DWFM's deadline (F50).
     *
     * @param renewal mean time of {@link CheckDepth#RENEWAL}
     * @param establishment mean time of {@link CheckDepth#ESTABLISHMENT}
     */
    public record Means(Duration renewal, Duration establishment) {

        /** The mean of one depth. */
        public Duration of(CheckDepth depth) {
            return switch (depth) {
                case RENEWAL -> renewal;
                case ESTABLISHMENT -> establishment;
            };
        }
    }

    /**
     * Standard deviations over the mean.
     *
     * @param all of all times together
     * @param speeds of the droplets' speeds, the part that stays; not more than {@code all}
     */
    public record Variation(double all, double speeds) {

        /** Variances of independent factors: {@code 1 + all^2 = (1 + speeds^2) * (1 + perCheck^2)}. */
        double perCheck() {
            return Math.sqrt(Math.max(0, (1 + all * all) / (1 + speeds * speeds) - 1));
        }
    }

    private record Own(double speed, RandomGenerator chance) {}

    private record Lognormal(double mu, double sigma) {

        static Lognormal withMeanOne(double variation) {
            double sigma = Math.sqrt(Math.log1p(variation * variation));
            return new Lognormal(-sigma * sigma / 2, sigma);
        }

        double draw(RandomGenerator chance) {
            return Math.exp(mu + sigma * chance.nextGaussian());
        }
    }

    public OwnTimes(FleetShape shape, Means means, Variation variation, long seed) {
        this.means = means;
        this.perCheck = Lognormal.withMeanOne(variation.perCheck());
        SplittableRandom seeds = new SplittableRandom(seed ^ "droplets".hashCode());
        Lognormal speeds = Lognormal.withMeanOne(variation.speeds());
        for (int host = 1; host <= shape.hosts(); host++) {
            equip(host, shape.dropletsPerHost(), speeds, seeds.split());
        }
    }

    private void equip(int host, int droplets, Lognormal speeds, SplittableRandom seeds) {
        List<Own> drawn = new ArrayList<>();
        for (int slot = 0; slot < droplets; slot++) {
            SplittableRandom chance = seeds.split();
            drawn.add(new Own(speeds.draw(chance), chance));
        }
        double average = drawn.stream().mapToDouble(Own::speed).average().orElse(1);
        for (int slot = 0; slot < droplets; slot++) {
            Own each = drawn.get(slot);
            own.put(new DropletId(host, slot), new Own(each.speed() / average, each.chance()));
        }
    }

    /** The droplet's part that stays: 1.1 is 10 % slower than the average of its host's droplets. */
    public double speed(DropletId droplet) {
        return of(droplet).speed();
    }

    @Override
    public Duration draw(DropletId droplet, CheckDepth depth) {
        Own its = of(droplet);
        return LookTimes.times(means.of(depth), its.speed() * perCheck.draw(its.chance()));
    }

    private Own of(DropletId droplet) {
        Own found = own.get(droplet);
        if (found == null) {
            throw new IllegalArgumentException(droplet + " has no times");
        }
        return found;
    }
}
