package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.dns.TreeNames;
import emptyrecord.kit.switchboard.Guards;
import org.junit.jupiter.api.Test;

/** The night's interleaving (F38) with the night's names (F33): harder to read for people, but the same race. */
class UuidNamesTest {

    private final InMemoryZones zones = new InMemoryZones();
    private final ByHand a = new ByHand("a", zones, new Guards(), 8);
    private final ByHand c = new ByHand("c", zones, new Guards(), 8);

    private static Plan plan(long generation) {
        Plan readable = Plans.plan(generation);
        return new Plan(
                readable.generation(),
                readable.endpoints().stream()
                        .map(e -> new Plan.Endpoint(e.name(), e.zone(), e.loadBalancers(), TreeNames.UUIDS))
                        .toList());
    }

    @Test
    void theRecordBecomesEmptyAndEveryLaterFlipIsRefused() {
        a.picks(plan(109)).finishesThePass();
        c.losesLock = 8;
        c.picks(plan(110)).until(action -> c.backOffs.size() == 8);
        for (long plan = 110; plan <= 118; plan++) {
            a.picks(plan(plan)).finishesThePass();
        }
        a.picks(plan(119))
                .until(action -> action instanceof Action.ReadHead read
                        && read.purpose() == Action.Purpose.CLEAN_UP
                        && read.endpoint().name().equals("regional"));
        c.finishesThePass();
        a.finishesThePass();

        assertThat(zones.answers(Plans.REGIONAL)).isZero();
        assertThat(zones.peek(Plans.REGIONAL).active()).isEqualTo(new PlanGeneration(110));
        assertThat(zones.peek(Plans.REGIONAL).apex())
                .hasValueSatisfying(
                        apex -> assertThat(apex.target()).isEqualTo(TreeNames.UUIDS.tree(Plans.REGIONAL, 110)));

        a.picks(plan(120)).finishesThePass();
        assertThat(a.refusals).isNotEmpty().allMatch(m -> m.contains(TreeNames.UUIDS.tree(Plans.REGIONAL, 110)));
    }

    @Test
    void aRegionThatChangesItsNamesGoesOnAndCleansUpTheOldOnes() {
        a.picks(100).finishesThePass();
        for (long plan = 101; plan <= 110; plan++) {
            a.picks(plan(plan)).finishesThePass();
        }

        assertThat(zones.answers(Plans.REGIONAL)).isEqualTo(3);
        assertThat(zones.rollback(Plans.REGIONAL)).hasValue(TreeNames.UUIDS.tree(Plans.REGIONAL, 109));
        assertThat(zones.trees(Plans.REGIONAL))
                .extracting(tree -> tree.plan().value())
                .contains(102L, 110L)
                .doesNotContain(100L, 101L);
    }
}
