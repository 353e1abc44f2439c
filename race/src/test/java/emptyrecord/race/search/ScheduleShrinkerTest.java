package emptyrecord.race.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.race.core.Move;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.SteppedRegion.Harm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requirements of a shrunk schedule: it fails as the long one did, and no move can be left out. */
class ScheduleShrinkerTest {

    private static final Setup NIGHT = new Setup(Set.of(), 2);
    private static final int SEEDS = 12;

    private static List<Search.Found> failing(Harm.Kind kind) {
        List<Search.Found> failing = new ArrayList<>();
        Search search = new Search(NIGHT, 200);
        for (long seed = 1; failing.size() < SEEDS / 2; seed++) {
            search.first(kind, seed, 1).ifPresent(failing::add);
        }
        return failing;
    }

    private static boolean does(Harm.Kind kind, List<Move> moves) {
        SteppedRegion region = new SteppedRegion(NIGHT);
        moves.stream().filter(region::can).forEach(region::move);
        return region.has(kind);
    }

    @ParameterizedTest
    @EnumSource(Harm.Kind.class)
    void theShortestStillFailsAndIsNoLonger(Harm.Kind kind) {
        for (Search.Found found : failing(kind)) {
            Schedule shortest = new ScheduleShrinker(NIGHT, kind).shortest(found.schedule());
            assertThat(does(kind, shortest.moves()))
                    .as("seed " + found.seed() + ": " + shortest)
                    .isTrue();
            assertThat(shortest.length()).isLessThanOrEqualTo(found.schedule().length());
        }
    }

    @ParameterizedTest
    @EnumSource(Harm.Kind.class)
    void everyMoveOfItIsPossibleWhereItStands(Harm.Kind kind) {
        for (Search.Found found : failing(kind)) {
            SteppedRegion region = new SteppedRegion(NIGHT);
            for (Move move :
                    new ScheduleShrinker(NIGHT, kind).shortest(found.schedule()).moves()) {
                assertThat(region.can(move))
                        .as("seed " + found.seed() + ", " + move)
                        .isTrue();
                region.move(move);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Harm.Kind.class)
    void noMoveAndNoTwoMovesCanBeLeftOut(Harm.Kind kind) {
        for (Search.Found found : failing(kind)) {
            List<Move> shortest =
                    new ScheduleShrinker(NIGHT, kind).shortest(found.schedule()).moves();
            for (int first = 0; first < shortest.size(); first++) {
                for (int second = first; second < shortest.size(); second++) {
                    List<Move> left = new ArrayList<>(shortest);
                    left.remove(second);
                    if (first != second) {
                        left.remove(first);
                    }
                    assertThat(does(kind, left))
                            .as("seed " + found.seed() + " without moves " + first + " and " + second)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void shrinkingTheShortestChangesNothing() {
        Schedule shortest = new ScheduleShrinker(NIGHT, Harm.Kind.EMPTY)
                .shortest(failing(Harm.Kind.EMPTY).getFirst().schedule());
        assertThat(new ScheduleShrinker(NIGHT, Harm.Kind.EMPTY).shortest(shortest))
                .isEqualTo(shortest);
    }

    @Test
    void aScheduleThatDoesNoHarmIsRefused() {
        Schedule quiet = Schedule.parse("p:plan,a:pick,a:lock,a:flip");
        assertThatThrownBy(() -> new ScheduleShrinker(NIGHT, Harm.Kind.EMPTY).shortest(quiet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p:plan,a:pick,a:lock,a:flip");
    }

    @Test
    void movesThatWereNotPossibleAreNoPartOfTheResult() {
        Schedule found = failing(Harm.Kind.EMPTY).getFirst().schedule();
        List<Move> withNonsense =
                new ArrayList<>(Schedule.parse("b:flip,b:delete").moves());
        withNonsense.addAll(found.moves());
        assertThat(new ScheduleReplay(NIGHT, Harm.Kind.EMPTY).upToTheHarm(withNonsense))
                .hasValue(found);
    }
}
