package emptyrecord.race.search;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.race.core.Move;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.SteppedRegion.Harm;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides of each guard on the same seeds: those in which the night empties the record. */
class GuardSidesTest {

    private static final long AGE = 2;
    private static final int MOVES = 150;
    private static final long SEEDS = 60;

    private static List<Long> emptying;

    @BeforeAll
    static void theNightsSeeds() {
        emptying = LongStream.rangeClosed(1, SEEDS)
                .filter(seed -> walked(Set.of(), seed).has(Harm.Kind.EMPTY))
                .boxed()
                .toList();
    }

    private static SteppedRegion walked(Set<String> guards, long seed) {
        SteppedRegion region = new SteppedRegion(new Setup(guards, AGE));
        RandomWalk walk = new RandomWalk(seed);
        for (int i = 0; i < MOVES; i++) {
            Move next = walk.next(region);
            region.move(next);
        }
        return region;
    }

    @Test
    void theNightEmptiesTheRecordInSomeSeedsAndNotInAll() {
        assertThat(emptying).hasSizeBetween(3, (int) SEEDS - 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.fence", "dns.recheck-after-lock", "dns.cleanup-skips-active", "dns.min-answers"})
    void noneOfThoseSeedsEmptiesTheRecordWithTheGuard(String guard) {
        for (long seed : emptying) {
            SteppedRegion region = walked(Set.of(guard), seed);
            assertThat(region.has(Harm.Kind.EMPTY)).as(guard + ", seed " + seed).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.fence", "dns.recheck-after-lock"})
    void withAFreshnessGuardNoOlderPlanIsEverLive(String guard) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(walked(Set.of(guard), seed).has(Harm.Kind.STALE))
                    .as(guard + ", seed " + seed)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.cleanup-skips-active", "dns.min-answers"})
    void aGuardOfTheDeleteLeavesTheOldPlanLive(String guard) {
        assertThat(emptying)
                .as("an older plan answers where the night answered nothing")
                .anyMatch(seed -> walked(Set.of(guard), seed).has(Harm.Kind.STALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.max-tries", "dns.reread-plan-on-retry", "dns.rollback-tolerant", "dns.slow-lane"})
    void aGuardThatOnlyMakesItRarerOrShorterDoesNotPreventIt(String guard) {
        assertThat(LongStream.rangeClosed(1, 4 * SEEDS))
                .anyMatch(seed -> walked(Set.of(guard), seed).has(Harm.Kind.EMPTY));
    }

    @Test
    void aGuardCountsOnlyWhereItActs() {
        Set<String> on = Set.of("dns.cleanup-skips-active");
        long acted = emptying.stream()
                .mapToLong(seed ->
                        walked(on, seed).guard("dns.cleanup-skips-active").timesActed())
                .sum();
        assertThat(acted).as("over seeds " + emptying).isPositive();
        assertThat(new SteppedRegion(new Setup(on, AGE))
                        .guard("dns.cleanup-skips-active")
                        .timesActed())
                .isZero();
    }
}
