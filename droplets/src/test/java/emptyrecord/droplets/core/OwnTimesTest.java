package emptyrecord.droplets.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of the shipped settings. */
class OwnTimesTest {

    private static final FleetShape SHAPE = new FleetShape(4, 62, 64);
    private static final OwnTimes.Means MEANS =
            new OwnTimes.Means(Duration.ofMillis(12_300), Duration.ofMillis(43_050));
    private static final int ROUNDS = 400;

    private static OwnTimes times(long seed) {
        return new OwnTimes(SHAPE, MEANS, new OwnTimes.Variation(0.3, 0.1), seed);
    }

    private static double[] drawn(OwnTimes times, List<DropletId> droplets, CheckDepth depth) {
        return IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(round -> droplets.stream())
                .mapToDouble(d -> times.draw(d, depth).toNanos() / 1e9)
                .toArray();
    }

    private static double deviation(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        return Math.sqrt(DoubleStream.of(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20251020})
    void everyHostsDropletsTakeTheMeanTogether(long seed) {
        OwnTimes times = times(seed);
        for (int host = 1; host <= SHAPE.hosts(); host++) {
            int number = host;
            List<DropletId> droplets =
                    SHAPE.ids().stream().filter(d -> d.host() == number).toList();
            assertThat(droplets.stream().mapToDouble(times::speed).average().orElseThrow())
                    .as("host %d, seed %d", host, seed)
                    .isCloseTo(1, within(1e-9));
            double[] renewals = drawn(times, droplets, CheckDepth.RENEWAL);
            assertThat(DoubleStream.of(renewals).average().orElseThrow())
                    .as("host %d, seed %d", host, seed)
                    .isCloseTo(12.3, within(12.3 * 0.01));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20251020})
    void allTimesTogetherVaryAsMuchAsWanted(long seed) {
        double[] all = drawn(times(seed), SHAPE.ids(), CheckDepth.ESTABLISHMENT);
        double mean = DoubleStream.of(all).average().orElseThrow();
        assertThat(mean).as("seed %d", seed).isCloseTo(43.05, within(43.05 * 0.01));
        assertThat(deviation(all) / mean).as("seed %d", seed).isCloseTo(0.3, within(0.02));
    }

    @Test
    void dropletsDifferForGoodAndASeedReplaysThem() {
        OwnTimes times = times(1);
        double[] speeds = SHAPE.ids().stream().mapToDouble(times::speed).toArray();
        assertThat(deviation(speeds)).isCloseTo(0.1, within(0.02));
        DropletId some = new DropletId(3, 14);
        OwnTimes again = times(1);
        again.draw(new DropletId(3, 15), CheckDepth.RENEWAL);
        assertThat(again.draw(some, CheckDepth.RENEWAL)).isEqualTo(times.draw(some, CheckDepth.RENEWAL));
        assertThat(times(2).speed(some)).isNotEqualTo(times.speed(some));
    }

    @Test
    void withoutVariationEveryCheckTakesTheMean() {
        OwnTimes steady = new OwnTimes(SHAPE, MEANS, new OwnTimes.Variation(0, 0), 1);
        assertThat(steady.draw(new DropletId(1, 0), CheckDepth.RENEWAL)).isEqualTo(MEANS.renewal());
    }
}
