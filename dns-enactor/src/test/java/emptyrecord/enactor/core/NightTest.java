package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The race as a seeded discrete-event run of the real core: three enactors, a planner, one Route 53. 0.6 s a call is what
 * 10 real ms are at 60:1, 1.8 s what they are at 180:1.
 */
class NightTest {

    private static final int SEEDS = 24;

    /** The first round of a seed: settle, lose eight locks on the regional endpoint, wait till the round is decided. */
    private static Region round(long seed, double callSeconds, String... guards) {
        Region region = new Region(seed, callSeconds).run(Duration.ofMinutes(20));
        for (String guard : guards) {
            region.guard(guard).set(true);
        }
        return region.loseLocks(8).run(Duration.ofMinutes(50));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.8})
    void theNightsSettingsEmptyTheRegionalRecordInOneOfThreeRoundsOrMore(double callSeconds) {
        long empty = IntStream.range(0, SEEDS)
                .filter(seed -> round(seed, callSeconds).regionalEmpty())
                .count();
        assertThat(empty).as("rounds of " + SEEDS).isGreaterThanOrEqualTo(SEEDS / 3);
    }

    @Test
    void noOtherEndpointIsEmptiedAndItStaysEmptyAndCheap() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Region region = round(seed, 0.6);
            if (region.regionalEmpty()) {
                int before = region.zones.calls;
                region.run(Duration.ofHours(4));
                assertThat(region.emptySince).as("seed " + seed).containsOnlyKeys(Region.REGIONAL);
                assertThat((region.zones.calls - before) / 240.0)
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
                "dns.cleanup-skips-active"
            })
    void withAnyOfTheseGuardsItNeverDoes(String guard) {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(round(seed, 0.6, guard).emptySince).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void withATolerantRollbackItHeals() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(round(seed, 0.6, "dns.rollback-tolerant").emptySince)
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1.8, 2.7})
    void withoutAFaultNothingStaleHappensInDaysAndTheLoadIsSmall(double callSeconds) {
        Region region = new Region(5, callSeconds).run(Duration.ofDays(3));
        assertThat(region.emptySince).isEmpty();
        assertThat(region.maxLag).as("generations behind at a flip").isLessThanOrEqualTo(2);
        assertThat(region.refusals).isZero();
        assertThat(region.zones.calls / Duration.ofDays(3).toMinutes()).isLessThan(60);
    }

    @Test
    void threeLostLocksAreANearMiss() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Region region = new Region(seed, 0.6)
                    .run(Duration.ofMinutes(20))
                    .loseLocks(3)
                    .run(Duration.ofMinutes(40));
            assertThat(region.emptySince).as("seed " + seed).isEmpty();
            assertThat(region.zones.peek(Region.REGIONAL).active().value())
                    .as("seed " + seed)
                    .isGreaterThan(region.latest.generation().value() - 3);
        }
    }
}
