package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.kit.switchboard.Guards;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tree that is larger than one of Route 53's batches: several to build it, one to go live (F33). */
class LargeTreeTest {

    private static final int LOAD_BALANCERS = 300;

    private final InMemoryZones zones = new InMemoryZones();
    private final ByHand a = new ByHand("a", zones, new Guards(), 8);

    private List<Action.Submit> regionalBatchesOf(long plan) {
        List<Action.Submit> sent = new ArrayList<>();
        a.passOver = false;
        a.picks(Plans.large(plan, LOAD_BALANCERS)).until(action -> {
            if (action instanceof Action.Submit submit
                    && submit.endpoint().name().equals("regional")) {
                sent.add(submit);
            }
            return a.passOver;
        });
        return sent;
    }

    /** As Route 53 counts: an UPSERT twice. */
    private static int records(Action.Submit submit) {
        return submit.batch().changes().stream()
                .mapToInt(change -> change.op() == Batch.Op.UPSERT ? 2 : 1)
                .sum();
    }

    @Test
    void itIsBuiltByTwoBatchesAndGoesLiveByOne() {
        List<Action.Submit> sent = regionalBatchesOf(1);

        assertThat(sent).allMatch(submit -> records(submit) <= 1000);
        assertThat(sent.stream().map(Action.Submit::getClass))
                .isEqualTo(List.of(Action.TryLock.class, Action.Build.class, Action.Build.class, Action.Flip.class));
        assertThat(records(sent.get(1))).as("the first is as full as it can be").isEqualTo(1000);
        assertThat(zones.answers(Plans.REGIONAL)).isEqualTo(LOAD_BALANCERS);
    }

    @Test
    void customersSeeTheOldPlanUntilTheNewTreeIsWhole() {
        a.picks(Plans.plan(1)).finishesThePass();
        a.picks(Plans.large(2, LOAD_BALANCERS))
                .untilRegional(Action.Build.class)
                .acts();

        assertThat(zones.peek(Plans.REGIONAL).active()).isEqualTo(new PlanGeneration(1));
        assertThat(zones.answers(Plans.REGIONAL)).isEqualTo(3);
        a.untilRegional(Action.Flip.class).acts();
        assertThat(zones.answers(Plans.REGIONAL)).isEqualTo(LOAD_BALANCERS);
    }

    @Test
    void eachBatchComparesTheLockSoAnEnactorThatLostItBuildsNothingMore() {
        a.picks(Plans.plan(1)).finishesThePass();
        a.picks(Plans.large(2, LOAD_BALANCERS))
                .untilRegional(Action.Build.class)
                .acts();
        ZoneHead head = zones.peek(Plans.REGIONAL);
        Lock others = Lock.freedBy("b", head.names());
        zones.apply(others.replacing(head.lock(), head.names()).build());

        a.finishesThePass();

        assertThat(a.refusals).singleElement().asString().contains("_lock");
        assertThat(zones.peek(Plans.REGIONAL).active()).isEqualTo(new PlanGeneration(1));
    }

    @Test
    void itIsDeletedByOneBatchUpTo499LoadBalancersAndByMoreBeyond() {
        assertThat(deletesOf(LOAD_BALANCERS)).isEqualTo(1);
        assertThat(deletesOf(499)).isEqualTo(1);
        assertThat(deletesOf(500)).isEqualTo(2);
    }

    private static int deletesOf(int loadBalancers) {
        InMemoryZones zones = new InMemoryZones();
        ByHand a = new ByHand("a", zones, new Guards(), 1);
        a.picks(Plans.large(1, loadBalancers)).finishesThePass();
        a.picks(Plans.plan(2)).finishesThePass();
        List<Action<?>> deletes = new ArrayList<>();
        a.passOver = false;
        a.picks(Plans.plan(3)).until(action -> {
            if (action instanceof Action.DeleteTree delete
                    && delete.endpoint().name().equals("regional")) {
                deletes.add(delete);
            }
            return a.passOver;
        });
        assertThat(zones.trees(Plans.REGIONAL))
                .extracting(tree -> tree.plan().value())
                .containsExactly(2L, 3L);
        return deletes.size();
    }

    @Test
    void aBatchWithoutRoomForProgressIsRefused() {
        assertThatThrownBy(() -> new BatchLimits(4, 32_000)).hasMessageContaining("5 records or more");
        assertThatThrownBy(() -> new BatchLimits(1000, 10)).hasMessageContaining("1000 characters or more");
    }
}
