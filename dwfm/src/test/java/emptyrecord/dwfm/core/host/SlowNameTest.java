package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twenty minutes without DynamoDB, after which it is back at once (F54). The cost of a failed piece of work decides: a
 * refused connection costs nothing; a stopped DynamoDB costs each call its whole time-out and blocks the worker that long.
 * At two minutes a call 14 minutes heal and 18 do not (docs/dynamics.md).
 */
class SlowNameTest {

    private static final double OUTAGE = 20;

    /** If a failure takes up to six seconds, twenty minutes are a short outage: no lease has run out yet. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void failingFastItHeals(long seed) {
        assertThat(heldAfterwards(seed, 0.005)).as("seed %s", seed).isGreaterThan(0.98);
        assertThat(heldAfterwards(seed, 0.1)).as("seed %s", seed).isGreaterThan(0.98);
    }

    /** A call's time-out of two real seconds is two minutes at speed 60, and six at 180. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void failingByTimeOutItCollapsesAndStays(long seed) {
        assertThat(heldAfterwards(seed, 2)).as("seed %s", seed).isLessThan(0.9);
        assertThat(heldAfterwards(seed, 6)).as("seed %s", seed).isLessThan(0.9);
    }

    private static double heldAfterwards(long seed, double failCost) {
        RegionSimulator region = new RegionSimulator(seed).silence(OUTAGE, failCost);
        return region.until(OUTAGE + 400).held();
    }
}
