package emptyrecord.race.search;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.race.core.Actor;
import emptyrecord.race.core.Move;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.Verb;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seed is a schedule: drawn again it is the same, and its one line replays to the same screen, byte for byte. */
class RandomWalkTest {

    private static final Setup NIGHT = new Setup(Set.of(), 3);
    private static final int MOVES = 120;

    private record Walked(Schedule schedule, List<String> said, List<String> screen) {}

    private static Walked walk(long seed) {
        SteppedRegion region = new SteppedRegion(NIGHT);
        RandomWalk walk = new RandomWalk(seed);
        List<Move> moves = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < MOVES; i++) {
            Move next = walk.next(region);
            assertThat(region.can(next))
                    .as("seed " + seed + ", move " + i + " " + next)
                    .isTrue();
            said.addAll(region.move(next));
            moves.add(next);
        }
        return new Walked(new Schedule(moves), said, region.view().lines());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, -3})
    void aSeedDrawsTheSameMovesAgain(long seed) {
        assertThat(walk(seed)).isEqualTo(walk(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, -3})
    void theLineOfAWalkReplaysByteForByte(long seed) {
        Walked walked = walk(seed);
        Schedule read = Schedule.parse(walked.schedule().toString());
        SteppedRegion again = new SteppedRegion(NIGHT);
        List<String> said = new ArrayList<>();
        read.moves().forEach(move -> said.addAll(again.move(move)));
        assertThat(read).isEqualTo(walked.schedule());
        assertThat(said).isEqualTo(walked.said());
        assertThat(again.view().lines()).isEqualTo(walked.screen());
    }

    @Test
    void seedsDiffer() {
        Set<String> lines = new HashSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            lines.add(walk(seed).schedule().toString());
        }
        assertThat(lines).hasSize(20);
    }

    @Test
    void overSomeSeedsEveryActorMovesAndEveryVerbIsDrawnButTheInjectedOne() {
        Set<Actor> actors = new HashSet<>();
        Set<Verb> verbs = new HashSet<>();
        for (long seed = 1; seed <= 40; seed++) {
            walk(seed).schedule().moves().forEach(move -> {
                actors.add(move.actor());
                verbs.add(move.verb());
            });
        }
        assertThat(actors).containsExactlyInAnyOrder(Actor.values());
        assertThat(verbs)
                .as("a lost lock is a fault (F1); chance loses locks to other enactors only")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Verb.values()).filter(v -> v != Verb.LOSE).toList());
    }

    @Test
    void someEnactorFallsFarBehindInAWalk() {
        long furthest = 0;
        for (long seed = 1; seed <= 20; seed++) {
            List<Move> moves = walk(seed).schedule().moves();
            List<Long> shares = Actor.ENACTORS.stream()
                    .map(a -> moves.stream().filter(m -> m.actor() == a).count())
                    .toList();
            long least = shares.stream().mapToLong(n -> n).min().orElse(0);
            long most = shares.stream().mapToLong(n -> n).max().orElse(0);
            furthest = Math.max(furthest, most / Math.max(1, least));
        }
        assertThat(furthest).as("moves of the fastest for one of the slowest").isGreaterThan(8);
    }
}
