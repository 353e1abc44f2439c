package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guards;
import org.junit.jupiter.api.Test;

/** Both sides of each guard, at its own place: without it the stale plan passes, with it it does not. */
class GuardTest {

    private final InMemoryZones zones = new InMemoryZones();
    private final Guards guards = new Guards();
    private final ByHand a = new ByHand("a", zones, guards, 8);
    private final ByHand c = new ByHand("c", zones, guards, 8);

    /** C has lost its locks with plan 110 in memory; A has applied 115 meanwhile. */
    private void cComesBackWithAnOldPlan() {
        a.picks(109).finishesThePass();
        c.losesLock = 3;
        c.picks(110).until(action -> c.backOffs.size() == 3);
        a.picks(115).finishesThePass();
    }

    private void on(String guard) {
        guards.find(guard).orElseThrow().set(true);
    }

    private long active() {
        return zones.peek(Plans.REGIONAL).active().value();
    }

    private long acted(String guard) {
        return guards.find(guard).orElseThrow().timesActed();
    }

    @Test
    void onceAtStartLetsTheOldPlanPass() {
        cComesBackWithAnOldPlan();
        c.finishesThePass();
        assertThat(active()).isEqualTo(110);
    }

    @Test
    void afterWinningTheLockStopsIt() {
        cComesBackWithAnOldPlan();
        on("dns.recheck-after-lock");
        c.finishesThePass();
        assertThat(active()).isEqualTo(115);
        assertThat(c.skips).contains(EnactorObserver.Skip.STALE_AT_RECHECK);
        assertThat(acted("dns.recheck-after-lock")).isEqualTo(1);
        assertThat(zones.peek(Plans.REGIONAL).lock().orElseThrow().text()).endsWith("until=0");
    }

    @Test
    void theFenceStopsItInARunningSystemWithoutAnyVersionYet() {
        cComesBackWithAnOldPlan();
        assertThat(zones.peek(Plans.REGIONAL).version()).isEmpty();
        on("dns.fence");
        c.finishesThePass();
        assertThat(active()).isEqualTo(115);
        assertThat(c.skips).contains(EnactorObserver.Skip.STALE_AT_FENCE);
        a.picks(116).finishesThePass();
        assertThat(active()).isEqualTo(116);
        assertThat(zones.peek(Plans.REGIONAL).fencedAt()).isEqualTo(new PlanGeneration(116));
    }

    @Test
    void route53RefusesAFencedFlipWhoseReadingIsOutdated() {
        on("dns.fence");
        a.picks(109).finishesThePass();
        ZoneHead outdated = zones.peek(Plans.REGIONAL);
        a.picks(112).finishesThePass();
        Lock lock = Lock.read(zones.peek(Plans.REGIONAL).lock().orElseThrow());
        var hold = new FlipBatch.Hold(outdated, lock, Lock.freedBy("c", outdated.names()));
        PlanGeneration plan = new PlanGeneration(111);
        zones.apply(buildOf(plan));

        var next = new FlipBatch.Next(plan, false, outdated.apex().orElseThrow().target());
        Batch fenced = new FlipBatch.Fenced().of(hold, next).orElseThrow();
        Batch unfenced = new FlipBatch.Unfenced().of(hold, next).orElseThrow();

        assertThat(zones.apply(fenced)).isInstanceOf(BatchOutcome.Refused.class);
        assertThat(zones.apply(unfenced)).isInstanceOf(BatchOutcome.Applied.class);
    }

    private static Batch buildOf(PlanGeneration plan) {
        Batch.Builder build = Batch.of(Plans.REGIONAL);
        PlanTree.of(Plans.regional(), plan).sets().forEach(build::upsert);
        return build.build();
    }

    @Test
    void rereadingThePlanAfterALostLockBringsTheNewestOne() {
        cComesBackWithAnOldPlan();
        c.plannerHas(116);
        on("dns.reread-plan-on-retry");
        c.finishesThePass();
        assertThat(active()).isEqualTo(116);
        assertThat(acted("dns.reread-plan-on-retry")).isEqualTo(1);
    }

    @Test
    void maxTriesGivesTheEndpointUp() {
        on("dns.max-tries");
        a.picks(109).finishesThePass();
        c.losesLock = 8;
        c.picks(110).finishesThePass();
        assertThat(c.backOffs).hasSize(3);
        assertThat(c.skips).contains(EnactorObserver.Skip.TRIES_USED_UP);
        assertThat(active()).isEqualTo(109);
    }

    @Test
    void theBlindCleanUpDeletesTheActiveTreeAndTheOtherSparesIt() {
        a.picks(110).finishesThePass();
        ZoneHead head = zones.peek(Plans.REGIONAL);
        PlanTree tree = zones.trees(Plans.REGIONAL).getFirst();
        Lock freed = Lock.freedBy("b", head.names());

        assertThat(new CleanUpBatch.SparesActive().of(head, freed, tree)).isEmpty();
        assertThat(zones.apply(
                        new CleanUpBatch.BlindToActive().of(head, freed, tree).orElseThrow()))
                .isInstanceOf(BatchOutcome.Applied.class);
        assertThat(zones.answers(Plans.REGIONAL)).isZero();
    }

    @Test
    void theSparingDeleteIsRefusedIfTheApexMovesBetweenReadingAndDelete() {
        a.picks(110).finishesThePass();
        a.picks(111).finishesThePass();
        PlanTree tree110 = zones.trees(Plans.REGIONAL).getFirst();
        ZoneHead before = zones.peek(Plans.REGIONAL);
        Batch delete = new CleanUpBatch.SparesActive()
                .of(before, Lock.freedBy("b", before.names()), tree110)
                .orElseThrow();
        ZoneNames names = before.names();
        zones.apply(Batch.of(Plans.REGIONAL)
                .upsert(new RecordSet.Alias(names.zone(), names.tree(tree110.plan())))
                .build());

        assertThat(zones.apply(delete)).isInstanceOf(BatchOutcome.Refused.class);
        assertThat(zones.answers(Plans.REGIONAL)).isEqualTo(3);
    }
}
