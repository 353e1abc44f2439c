package emptyrecord.race.search;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.race.core.Actor;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.SteppedRegion.Harm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The complete search and the random one agree: both find the harm, and no shorter schedule is missed. */
class BreadthFirstTest {

    private static final List<Actor> TWO_ENACTORS = List.of(Actor.PLANNER, Actor.A, Actor.C);

    private static Setup with(String... guards) {
        return new Setup(Set.of(guards), 1);
    }

    private static Schedule shrunkFromChance(Harm.Kind kind) {
        Search.Found found = new Search(with(), 300).first(kind, 1, 300).orElseThrow();
        return new ScheduleShrinker(with(), kind).shortest(found.schedule());
    }

    @Test
    void itFindsTheStaleFlipThatChanceFindsAndNoShorterOne() {
        Schedule chance = shrunkFromChance(Harm.Kind.STALE);
        Schedule shortest = new BreadthFirst(with(), TWO_ENACTORS)
                .shortest(Harm.Kind.STALE, chance.length())
                .orElseThrow();
        assertThat(shortest.length()).as(shortest + " beside " + chance).isEqualTo(chance.length());
        SteppedRegion region = new SteppedRegion(with());
        shortest.moves().forEach(region::move);
        assertThat(region.has(Harm.Kind.STALE)).isTrue();
    }

    @Test
    void aStaleFlipComesBeforeAnEmptyRecord() {
        assertThat(shrunkFromChance(Harm.Kind.STALE).length())
                .isLessThan(shrunkFromChance(Harm.Kind.EMPTY).length());
    }

    @Test
    void oneMoveLessIsNotEnough() {
        int shortest = shrunkFromChance(Harm.Kind.STALE).length();
        assertThat(new BreadthFirst(with(), TWO_ENACTORS).shortest(Harm.Kind.STALE, shortest - 1))
                .isEmpty();
    }

    @Test
    void withTheFenceThereIsNoStaleFlipOfThatLength() {
        int shortest = shrunkFromChance(Harm.Kind.STALE).length();
        Optional<Schedule> fenced =
                new BreadthFirst(with("dns.fence"), TWO_ENACTORS).shortest(Harm.Kind.STALE, shortest + 1);
        assertThat(fenced).isEmpty();
    }

    @Test
    void oneEnactorAloneDoesNoHarm() {
        BreadthFirst alone = new BreadthFirst(with(), List.of(Actor.PLANNER, Actor.A));
        assertThat(alone.shortest(Harm.Kind.STALE, 9)).isEmpty();
        assertThat(alone.shortest(Harm.Kind.EMPTY, 9)).isEmpty();
        assertThat(alone.states()).as("states that were looked at").isGreaterThan(20);
    }
}
