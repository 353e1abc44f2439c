package emptyrecord.race.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The night's interleaving (F38), told in order on the real cores: C holds plan 2, A finishes plan 11 with a clean-up age
 * of 8. The check is {@code FreshnessCheck.OnceAtStart}, the use is C's flip; the gap is C's back-off.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmptyRecordStoryTest {

    private final SteppedRegion region = new SteppedRegion(Setup.night());

    private List<String> play(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Schedule.parse(line).moves().stream())
                .flatMap(move -> region.move(move).stream())
                .toList();
    }

    @Test
    @Order(1)
    void slowEnactorPicksAFreshPlanAndLosesTheLock() {
        play("a:pick,a:lock,a:flip,a:clean", "p:plan,c:pick");
        assertThat(play("c:lose*8")).last().asString().contains("8 in a row").contains("keeps plan 2");
        assertThat(region.active().value()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void fastEnactorMovesOnAndListsWhatIsOld() {
        for (int plan = 2; plan <= 10; plan++) {
            play("a:pick,a:lock,a:flip,a:clean", plan == 10 ? "a:delete" : "p:plan");
        }
        play("p:plan,a:pick,a:lock,a:flip,a:clean");
        assertThat(region.active().value()).isEqualTo(11);
        assertThat(region.stands(Actor.A)).isEqualTo("before-delete");
    }

    @Test
    @Order(3)
    void slowEnactorAppliesOldPlan() {
        play("c:lock,c:flip");
        assertThat(region.active().value()).isEqualTo(2);
        assertThat(region.isEmptyNow()).as("stale, yet it answers").isFalse();
        assertThat(region.view().dig().orElseThrow().possible()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void fastEnactorCleansUp() {
        play("a:delete");
        assertThat(region.view().zone().trees()).doesNotContain(2L).contains(11L);
    }

    @Test
    @Order(5)
    void nameResolvesToNothing() {
        assertThat(region.isEmptyNow()).isTrue();
        assertThat(region.view().dig().orElseThrow()).isEqualTo(new Dig("NOERROR", List.of(), 0));
        assertThat(region.view().lines()).anyMatch(line -> line.contains("plan-2   WHICH IS NOT THERE"));
    }

    @Test
    @Order(6)
    void everyLaterFlipIsRefused() {
        play("p:plan,c:clean");
        for (String enactor : List.of("a", "b")) {
            play("p:plan");
            assertThat(play(enactor + ":pick", enactor + ":lock", enactor + ":flip"))
                    .anyMatch(told -> told.contains("that target was not found"));
        }
        assertThat(region.isEmptyNow()).isTrue();
    }

    @Test
    @Order(7)
    void rollbackTolerantHealsIt() {
        region.guard("dns.rollback-tolerant").set(true);
        play("p:plan,b:pick,b:lock,b:flip");
        assertThat(region.isEmptyNow()).isFalse();
        assertThat(region.view().zone().rollback())
                .hasValue("plan-" + region.active().value());
    }

    @Test
    @Order(8)
    void aHeldLockIsLostAndRunsOut() {
        SteppedRegion other = new SteppedRegion(new Setup(Set.of(), 8));
        Schedule.parse("a:pick,b:pick,a:lock,b:lock").moves().forEach(other::move);
        assertThat(other.stands(Actor.B)).isEqualTo("lost-lock");
        Schedule.parse("t:expire,b:lock").moves().forEach(other::move);
        assertThat(other.stands(Actor.B)).isEqualTo("before-flip");
        assertThat(other.move(Move.parse("a:flip"))).anyMatch(told -> told.contains("is refused"));
    }
}
