package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guards;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The night's interleaving (F38, F40), told in order, with the talk's numbers: C holds plan 110, A finishes 119 with a
 * clean-up age of 8. The check is {@link FreshnessCheck.OnceAtStart}, the use is C's flip; the gap is C's back-off.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmptyRecordStoryTest {

    private final InMemoryZones zones = new InMemoryZones();
    private final Guards guards = new Guards();
    private final ByHand a = new ByHand("a", zones, guards, 8);
    private final ByHand b = new ByHand("b", zones, guards, 8);
    private final ByHand c = new ByHand("c", zones, guards, 8);

    @Test
    @Order(1)
    void slowEnactorPicksAFreshPlanAndLosesTheLock() {
        a.picks(109).finishesThePass();
        c.losesLock = 8;
        c.picks(110).until(action -> c.backOffs.size() == 8);

        assertThat(zones.peek(Region.REGIONAL).active()).isEqualTo(new PlanGeneration(109));
        assertThat(c.backOffs).isSorted();
        assertThat(c.backOffs.getLast()).isEqualTo(c.backOffs.getFirst().multipliedBy(128));
    }

    @Test
    @Order(2)
    void fastEnactorMovesOnAndListsWhatIsOld() {
        for (long plan = 110; plan <= 118; plan++) {
            a.picks(plan).finishesThePass();
        }
        a.picks(119)
                .until(action -> action instanceof Action.ReadHead read
                        && read.purpose() == Action.Purpose.CLEAN_UP
                        && read.endpoint().name().equals("regional"));
        assertThat(zones.peek(Region.REGIONAL).active()).isEqualTo(new PlanGeneration(119));
    }

    @Test
    @Order(3)
    void slowEnactorAppliesOldPlan() {
        c.finishesThePass();
        assertThat(zones.peek(Region.REGIONAL).active()).isEqualTo(new PlanGeneration(110));
        assertThat(zones.answers(Region.REGIONAL)).as("stale, yet it answers").isEqualTo(3);
    }

    @Test
    @Order(4)
    void fastEnactorCleansUp() {
        a.finishesThePass();
        assertThat(zones.trees(Region.REGIONAL))
                .extracting(PlanTree::plan)
                .isNotEmpty()
                .doesNotContain(new PlanGeneration(110));
    }

    @Test
    @Order(5)
    void nameResolvesToNothing() {
        assertThat(zones.answers(Region.REGIONAL)).isZero();
        assertThat(zones.peek(Region.REGIONAL).apex())
                .as("the name itself is there: NODATA")
                .isPresent();
    }

    @Test
    @Order(6)
    void everyLaterFlipIsRefused() {
        for (ByHand enactor : List.of(a, b, c)) {
            enactor.picks(120).finishesThePass();
            assertThat(enactor.refusals).isNotEmpty().allMatch(m -> m.contains("that target was not found"));
        }
        assertThat(zones.answers(Region.REGIONAL)).isZero();
    }

    @Test
    @Order(7)
    void rollbackTolerantHealsIt() {
        guards.find("dns.rollback-tolerant").orElseThrow().set(true);
        b.picks(121).finishesThePass();
        assertThat(zones.answers(Region.REGIONAL)).isEqualTo(3);
        assertThat(zones.rollback(Region.REGIONAL)).hasValue("plan-121." + Region.REGIONAL);
    }
}
