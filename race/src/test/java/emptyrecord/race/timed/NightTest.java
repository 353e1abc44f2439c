package emptyrecord.race.timed;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.race.core.Endpoints;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The night as seeded discrete-event runs of the real cores. 0.6 s a call is what 10 real ms are at 60:1, 1.8 s what they
 * are at 180:1.
 */
class NightTest {

    private static final int SEEDS = 24;
    private static final int SEEDS_WITH_A_GUARD = 8;

    /** The first round of a seed: settle, lose eight locks on the regional endpoint, wait till the round is decided. */
    private static TimedRegion round(long seed, double callSeconds, String... guards) {
        return LosesLocks.after(
                TimedRound.ofTheNight(seed, new ApiLatency(callSeconds, 1, ApiLatency.Where.EVERYONE), guards));
    }

    private static boolean isEmpty(TimedRegion region) {
        return region.emptySince().containsKey(Endpoints.REGIONAL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.8})
    void theNightsSettingsEmptyTheRegionalRecordInOneOfThreeRoundsOrMore(double callSeconds) {
        long empty = IntStream.range(0, SEEDS)
                .filter(seed -> isEmpty(round(seed, callSeconds)))
                .count();
        assertThat(empty).as("rounds of " + SEEDS).isGreaterThanOrEqualTo(SEEDS / 3);
    }

    @Test
    void noOtherEndpointIsEmptiedAndItStaysEmptyAndCheap() {
        for (long seed = 0; seed < SEEDS; seed++) {
            TimedRegion region = round(seed, 0.6);
            if (isEmpty(region)) {
                long before = region.calls();
                region.run(Duration.ofHours(4));
                assertThat(region.emptySince()).as("seed " + seed).containsOnlyKeys(Endpoints.REGIONAL);
                assertThat((region.calls() - before) / 240.0)
                        .as("calls a minute")
                        .isLessThan(40);
                return;
            }
        }
        throw new AssertionError("no seed emptied the record");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dns.fence",
                "dns.recheck-after-lock",
                "dns.reread-plan-on-retry",
                "dns.max-tries",
                "dns.cleanup-skips-active",
                "dns.min-answers",
                "dns.slow-lane"
            })
    void withAnyOfTheseGuardsItNeverDoes(String guard) {
        for (long seed = 0; seed < SEEDS_WITH_A_GUARD; seed++) {
            assertThat(round(seed, 0.6, guard).emptySince()).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void withATolerantRollbackItHeals() {
        for (long seed = 0; seed < SEEDS_WITH_A_GUARD; seed++) {
            assertThat(round(seed, 0.6, "dns.rollback-tolerant").emptySince())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1.8, 2.7})
    void withoutAFaultNoEnactorFallsFarBehindAndTheLoadIsSmall(double callSeconds) {
        TimedRegion region = new TimedRegion(
                        5, new ApiLatency(callSeconds, 1, ApiLatency.Where.EVERYONE), Set.of(), LockLoss.NONE)
                .run(Duration.ofHours(12));
        assertThat(region.emptySince()).isEmpty();
        assertThat(region.log().furthestBehind())
                .as("generations behind at a flip")
                .isLessThanOrEqualTo(2);
        assertThat(region.log().flipsRefused()).isZero();
        assertThat(region.calls() / Duration.ofHours(12).toMinutes()).isLessThan(60);
    }

    @Test
    void threeLostLocksAreANearMiss() {
        for (long seed = 0; seed < SEEDS_WITH_A_GUARD; seed++) {
            TimedRegion region =
                    LosesLocks.after(new TimedRound(seed, ApiLatency.CALM, Set.of(), 3, Duration.ofMinutes(40)));
            assertThat(region.emptySince()).as("seed " + seed).isEmpty();
            assertThat(region.active().value())
                    .as("seed " + seed)
                    .isGreaterThan(region.newestPlan().value() - 3);
        }
    }
}
