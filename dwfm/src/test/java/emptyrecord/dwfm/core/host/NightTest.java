package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The night of the leases, played by the real core in simulated time (F7, F11 to F13, F50 to F54). */
class NightTest {

    private static final double RESTORED = 157;
    private static final double OPERATORS = 266;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void leasesLapseSlowlyWhileTheNameIsEmpty(long seed) {
        RegionSimulator region = new RegionSimulator(seed).outage(RESTORED);

        assertThat(region.until(0).held()).isGreaterThan(0.99);
        assertThat(region.until(20).held()).as("F7: slowly").isGreaterThan(0.9);
        assertThat(region.until(60).held()).as("F7: slowly").isGreaterThan(0.55);
        assertThat(region.until(120).held()).isLessThan(0.5);
        assertThat(region.until(RESTORED).held()).isLessThan(0.1);
    }

    /** The lives of the connections decide, and nothing else: the same empty name, the same leases. */
    @ParameterizedTest
    @CsvSource({"60s, 52, 0", "unbounded, 157, 1"})
    void otherLivesLoseAllLeasesAtOnceOrNone(String mode, double at, double held) {
        RegionSimulator region = new RegionSimulator(1, -30, true, mode).outage(RESTORED);
        assertThat(region.until(0).held()).isGreaterThan(0.99);
        assertThat(region.until(16).held()).isGreaterThan(0.98);
        assertThat(region.until(at).held()).isBetween(held - 0.01, held + 0.01);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterDnsIsBackNoLeaseIsMade(long seed) {
        RegionSimulator region = new RegionSimulator(seed).outage(RESTORED).until(178);
        long before = region.counted(Counted.ATTEMPTS_SUCCEEDED);
        for (double t = 178; t < OPERATORS; t++) {
            assertThat(region.until(t).held()).as("T+%s", t).isLessThan(0.2);
        }
        assertThat(region.counted(Counted.ATTEMPTS_SUCCEEDED) - before)
                .as("F11")
                .isLessThan(5);
        assertThat(region.counted(Counted.ATTEMPTS_LATE))
                .as("busy all the time")
                .isGreaterThan(1000);
        assertThat(region.queued()).isGreaterThan(5000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void throttleAndRestartsTogetherRecover(long seed) {
        RegionSimulator region = new RegionSimulator(seed)
                .outage(RESTORED)
                .throttle(OPERATORS, 0.27)
                .restarts(OPERATORS, 8);
        assertThat(region.recovered(0.995, OPERATORS, 500)).as("F13").isBetween(300.0, 380.0);
    }

    @Test
    void throttleAloneDoesNotRecover() {
        RegionSimulator region = new RegionSimulator(1).outage(RESTORED).throttle(OPERATORS, 0.27);
        assertThat(region.until(OPERATORS + 240).held()).as("F53").isLessThan(0.2);
    }

    @Test
    void restartsAloneCollapseAgain() {
        RegionSimulator region = new RegionSimulator(1).outage(RESTORED).restarts(OPERATORS, 8);
        assertThat(region.until(OPERATORS + 240).held()).as("F53").isLessThan(0.2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shortOutageHealsByItself(long seed) {
        RegionSimulator region = new RegionSimulator(seed).outage(20, host -> 0);
        assertThat(region.until(60).held()).as("F54").isGreaterThan(0.99);
    }

    @Test
    void withoutOperatorsTheCollapseLastsForDays() {
        RegionSimulator region = new RegionSimulator(1).outage(RESTORED).until(1440);
        assertThat(region.held()).isLessThan(0.02);
    }

    @ParameterizedTest
    @EnumSource(GuardNames.class)
    void eachGuardRecoversWithoutOperators(GuardNames guard) {
        RegionSimulator region = new RegionSimulator(7).guard(guard).outage(RESTORED);
        double done = region.recovered(0.98, 172, 300);
        assertThat(done).as("%s; T+", guard.id()).isLessThan(260);
        assertThat(guard.in(region.guards).timesActed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 15})
    void quietDaysLoseNoFleet(long seed) {
        RegionSimulator region = new RegionSimulator(seed, 0, true);
        for (double t = 10; t < 7 * 1440; t += 10) {
            assertThat(region.until(t).held()).as("T+%s", t).isGreaterThan(0.98);
        }
        assertThat(region.counted(Counted.CHECKS_LATE))
                .as(
                        "about one in 100,000 is late, behind the attempts of two droplets that lost their lease by themselves")
                .isLessThan(region.counted(Counted.CHECKS_SUCCEEDED) / 10_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void freshRegionHoldsAllLeasesAfterOneInterval(long seed) {
        RegionSimulator region = new RegionSimulator(seed, 0, false);
        assertThat(region.recovered(0.995, 1, 60)).isLessThan(8);
    }

    @Test
    void freshRegionWaitsForDns() {
        RegionSimulator region = new RegionSimulator(1, 0, false).outage(60);
        assertThat(region.until(60).held()).isZero();
        assertThat(region.recovered(0.995, 75, 200)).isLessThan(75 + 10);
    }
}
