package emptyrecord.race.search;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.race.core.Actor;
import emptyrecord.race.core.Move;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.SteppedRegion.Harm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The search finds the night's schedule by itself (F38), and the shortest one has the length of F40: K + 6 for a clean-up
 * age of K. F40 counts neither winning a lock (twice) nor listing the trees (once), which are moves here.
 */
class SearchTest {

    private static final int MOVES_NOT_COUNTED = 3;

    private static int shortestOfF40(long cleanUpAge) {
        return Math.toIntExact(cleanUpAge + 6) + MOVES_NOT_COUNTED;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 8})
    void theFirstFailingScheduleShrinksToTheLengthOfF40(long age) {
        Setup night = new Setup(Set.of(), age);
        Search.Found found =
                new Search(night, 400).first(Harm.Kind.EMPTY, 1, 300).orElseThrow();
        Schedule shortest = new ScheduleShrinker(night, Harm.Kind.EMPTY).shortest(found.schedule());
        assertThat(shortest.length())
                .as("seed " + found.seed() + ": " + shortest)
                .isEqualTo(shortestOfF40(age));
        assertThat(shortest.stepsOfF40()).isEqualTo(age + 6);
        assertThat(shortest.moves().stream().map(Move::actor).filter(Actor::isEnactor))
                .as("two enactors are enough")
                .satisfies(actors -> assertThat(new HashSet<>(actors)).hasSize(2));
    }

    @Test
    void schedulesThatShrinkBadlyAreReordered() {
        Setup night = new Setup(Set.of(), 3);
        for (long seed : List.of(4L, 5L)) {
            Search.Found found =
                    new Search(night, 400).first(Harm.Kind.EMPTY, seed, 1).orElseThrow();
            assertThat(new ScheduleShrinker(night, Harm.Kind.EMPTY)
                            .shortest(found.schedule())
                            .length())
                    .as("seed " + seed)
                    .isEqualTo(shortestOfF40(3));
        }
    }

    @Test
    void noScheduleIsShorter() {
        BreadthFirst all = new BreadthFirst(new Setup(Set.of(), 1), List.of(Actor.PLANNER, Actor.A, Actor.C));
        Schedule shortest = all.shortest(Harm.Kind.EMPTY, shortestOfF40(1)).orElseThrow();
        assertThat(shortest.length())
                .as(shortest + ", " + all.states() + " states")
                .isEqualTo(shortestOfF40(1));
    }

    @Test
    void aSeedFindsTheSameScheduleAgain() {
        Search search = new Search(new Setup(Set.of(), 2), 300);
        Search.Found found = search.first(Harm.Kind.EMPTY, 1, 300).orElseThrow();
        assertThat(search.first(Harm.Kind.EMPTY, found.seed(), 1)).hasValue(found);
    }

    @Test
    void theShortestScheduleFailsWithoutAndHoldsWithAGuard() {
        Schedule night = Schedule.parse("c:pick,p:plan*9,a:pick,a:lock,a:flip,c:lock,c:flip,a:clean,a:delete");
        assertThat(played(Setup.night(), night).isEmptyNow()).isTrue();
        for (String guard : List.of("dns.cleanup-skips-active", "dns.min-answers")) {
            SteppedRegion region = played(new Setup(Set.of(guard), Setup.NIGHTS_AGE), night);
            assertThat(region.has(Harm.Kind.STALE)).as(guard).isTrue();
            assertThat(region.isEmptyNow()).as(guard).isFalse();
            assertThat(region.guard(guard).timesActed()).as(guard).isEqualTo(1);
        }
    }

    private static SteppedRegion played(Setup setup, Schedule schedule) {
        SteppedRegion region = new SteppedRegion(setup);
        schedule.moves().stream().filter(region::can).forEach(region::move);
        return region;
    }
}
