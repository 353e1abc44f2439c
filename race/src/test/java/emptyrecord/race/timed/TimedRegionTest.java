package emptyrecord.race.timed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.race.core.Endpoints;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The timed region: its clock, its latency, and that the same seed gives the same run. */
class TimedRegionTest {

    private static TimedRegion hours(long seed, long hours) {
        return new TimedRegion(seed, ApiLatency.CALM, Set.of(), LockLoss.NONE).run(Duration.ofHours(hours));
    }

    private static List<Object> numbers(TimedRegion region) {
        Log log = region.log();
        return List.of(
                region.calls(), region.newestPlan(), region.active(), log.lostLocks(), log.delays(), log.age(0.5));
    }

    @Test
    void aSeedGivesTheSameRunAgain() {
        assertThat(numbers(hours(11, 3))).isEqualTo(numbers(hours(11, 3)));
        assertThat(numbers(hours(11, 3))).isNotEqualTo(numbers(hours(12, 3)));
    }

    @Test
    void aRunInPiecesIsTheSameRun() {
        TimedRegion pieces = new TimedRegion(4, ApiLatency.CALM, Set.of(), LockLoss.NONE);
        for (int i = 0; i < 12; i++) {
            pieces.run(Duration.ofMinutes(15));
        }
        assertThat(numbers(pieces)).isEqualTo(numbers(hours(4, 3)));
    }

    @Test
    void plansComeInTheirPeriodAndGoLiveWithinTwo() {
        TimedRegion region = hours(3, 6);
        assertThat(region.newestPlan().value())
                .as("one at the start and one a period")
                .isBetween(180L, 182L);
        assertThat(region.newestPlan().value() - region.active().value()).isLessThanOrEqualTo(2);
        assertThat(region.log().delay(0.99)).isLessThan(NightRules.PLAN_PERIOD.multipliedBy(2));
        assertThat(region.log().delay(0.5)).isLessThanOrEqualTo(region.log().delay(0.99));
    }

    @Test
    void oldTreesAreCleanedUpSoTheZoneStaysSmall() {
        assertThat(hours(3, 6).trees())
                .isBetween(1, (int) NightRules.RULES.cleanUp().age() + 4);
    }

    @Test
    void theEightLostLocksOfANightLeaveTheOtherEndpointsAlone() {
        long emptied = 0;
        for (long seed = 0; seed < 6; seed++) {
            TimedRegion region = LosesLocks.after(TimedRound.ofTheNight(seed, ApiLatency.CALM));
            assertThat(region.log().lostInARow()).as("seed " + seed).isGreaterThanOrEqualTo(8);
            assertThat(Set.of(Endpoints.REGIONAL))
                    .containsAll(region.emptySince().keySet());
            emptied += region.emptySince().size();
        }
        assertThat(emptied).as("rounds of 6 that emptied the record").isPositive();
    }

    @ParameterizedTest
    @CsvSource({"EVERYONE,a,8", "EVERYONE,c,8", "ONE_ENACTOR,a,1", "ONE_ENACTOR,b,1", "ONE_ENACTOR,c,8"})
    void slownessIsEveryonesOrThatOfOneEnactor(ApiLatency.Where where, String enactor, double slowness) {
        assertThat(new ApiLatency(0.6, 8, where).slownessOf(enactor)).isEqualTo(slowness);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-1,1", "0.6,0", "NaN,1", "0.6,NaN"})
    void aLatencyOfNothingIsRefused(double callSeconds, double slowness) {
        assertThatThrownBy(() -> new ApiLatency(callSeconds, slowness, ApiLatency.Where.EVERYONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than nothing");
    }

    @Test
    void slowerChangesMakeFewerCallsAndOlderPlans() {
        GuardCost calm = GuardCost.of("none", 2, ApiLatency.CALM, 1);
        GuardCost slow = GuardCost.of("none", 2, new ApiLatency(0.6, 16, ApiLatency.Where.EVERYONE), 1);
        assertThat(slow.callsPerHour()).isLessThan(calm.callsPerHour());
        assertThat(slow.medianAge()).isGreaterThan(calm.medianAge());
    }
}
