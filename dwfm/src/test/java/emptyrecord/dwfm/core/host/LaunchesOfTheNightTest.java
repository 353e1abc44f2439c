package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.host.SimulatedLaunches.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What callers of RunInstances get in each phase of the night, by the real placement on the real hosts: the name first (F2),
 * then the leases (F11), and launches again with them (F13). Two launches a minute, as customers ask for.
 */
class LaunchesOfTheNightTest {

    private static final double RESTORED = 157;
    private static final double OPERATORS = 266;
    private static final double DEMAND = 2;

    private static RegionSimulator night(long seed) {
        RegionSimulator region = new RegionSimulator(seed)
                .outage(RESTORED)
                .throttle(OPERATORS, 0.27)
                .restarts(OPERATORS, 11);
        region.launches.nameIsEmpty(RESTORED);
        region.launches.demand(-25, 480, DEMAND);
        return region;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eachPhaseFailsForItsOwnReason(long seed) {
        RegionSimulator region = night(seed).until(500);
        SimulatedLaunches launches = region.launches;

        assertThat(launches.share(Outcome.LAUNCHED, -25, -2)).as("steady").isGreaterThan(0.99);
        assertThat(launches.share(Outcome.NO_TABLE, 1, RESTORED)).as("F2").isEqualTo(1.0);
        assertThat(launches.share(Outcome.NO_CAPACITY, 185, OPERATORS))
                .as("F11: %s", launches.outcomes(185, OPERATORS))
                .isGreaterThan(0.9);
        assertThat(launches.share(Outcome.LAUNCHED, 185, OPERATORS)).isLessThan(0.01);
        assertThat(launches.share(Outcome.LAUNCHED, 400, 480)).as("F13").isGreaterThan(0.99);
        assertThat(launches.inDoubt()).as("all settled").isZero();
    }
}
