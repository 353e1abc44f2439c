package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guards;
import org.junit.jupiter.api.Test;

/**
 * The night's interleaving (F38) with trees of five load balancers and batches so small that a clean-up takes several. The
 * enactor that cleans up ends after one of them. If the weighted set is gone, the record is the night's: empty, and every later
 * flip refused (F39). If a child is left, the name answers with it and the next flip heals it.
 */
class HalfDoneCleanUpTest {

    private static final int LOAD_BALANCERS = 5;

    private final InMemoryZones zones = new InMemoryZones();

    private ByHand enactor(String name, int recordsPerBatch) {
        return new ByHand(name, zones, new Guards(), ByHand.rules(name, 8, new BatchLimits(recordsPerBatch, 32_000)));
    }

    private static Plan plan(long generation) {
        return Plans.large(generation, LOAD_BALANCERS);
    }

    /** C has flipped to plan 110, which A lists as old; A ends after the first batch of deleting it. */
    private void halfDoneCleanUp(int recordsPerBatch) {
        ByHand a = enactor("a", recordsPerBatch);
        ByHand c = enactor("c", recordsPerBatch);
        a.picks(plan(109)).finishesThePass();
        c.losesLock = 8;
        c.picks(plan(110)).until(action -> c.backOffs.size() == 8);
        for (long generation = 110; generation <= 118; generation++) {
            a.picks(plan(generation)).finishesThePass();
        }
        a.picks(plan(119))
                .until(action -> action instanceof Action.ReadHead read
                        && read.purpose() == Action.Purpose.CLEAN_UP
                        && read.endpoint().name().equals("regional"));
        c.finishesThePass();
        assertThat(zones.answers(Plans.REGIONAL)).isEqualTo(LOAD_BALANCERS);
        a.untilRegional(Action.DeleteTree.class).acts();
    }

    private long leavesOf(long generation) {
        return zones.trees(Plans.REGIONAL).stream()
                .filter(tree -> tree.plan().value() == generation)
                .flatMap(tree -> tree.sets().stream())
                .filter(RecordSet.Address.class::isInstance)
                .count();
    }

    @Test
    void withoutTheWeightedSetTheRecordIsEmptyThoughLeavesAreLeft() {
        halfDoneCleanUp(8);

        assertThat(zones.answers(Plans.REGIONAL)).isZero();
        assertThat(zones.peek(Plans.REGIONAL).active()).isEqualTo(new PlanGeneration(110));
        assertThat(leavesOf(110)).as("the clean-up is half done").isEqualTo(4);

        ByHand b = enactor("b", 8);
        b.picks(plan(120)).finishesThePass();
        assertThat(b.refusals).singleElement().asString().contains("plan-110").contains("not found");
        assertThat(zones.answers(Plans.REGIONAL)).isZero();
    }

    @Test
    void withAChildOfTheWeightedSetTheNameAnswersAndTheNextFlipHealsIt() {
        halfDoneCleanUp(5);

        assertThat(zones.answers(Plans.REGIONAL)).isEqualTo(2);
        assertThat(zones.peek(Plans.REGIONAL).active()).isEqualTo(new PlanGeneration(110));

        ByHand b = enactor("b", 5);
        b.picks(plan(120)).finishesThePass();
        assertThat(b.refusals).isEmpty();
        assertThat(zones.answers(Plans.REGIONAL)).isEqualTo(LOAD_BALANCERS);
        assertThat(leavesOf(110))
                .as("the next full pass finishes what was left")
                .isZero();
    }
}
