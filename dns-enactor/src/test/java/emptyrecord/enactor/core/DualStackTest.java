package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guards;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An endpoint with AAAA beside A: one tree, one flip, one clean-up for both, and one empty record (F33, F38). */
class DualStackTest {

    private static final String ZONE = Plans.REGIONAL;

    private final Guards guards = new Guards();
    private final InMemoryZones zones = new InMemoryZones();
    private final ByHand a = new ByHand("a", zones, guards, 8);
    private final ByHand c = new ByHand("c", zones, guards, 8);

    private static Plan dualStack(long generation) {
        return Plans.dualStack(Plans.plan(generation));
    }

    private void finishes(Plan plan) {
        a.picks(plan).finishesThePass();
    }

    private List<Integer> answers() {
        return List.of(zones.answers(ZONE, "A"), zones.answers(ZONE, "AAAA"));
    }

    @Test
    void bothTypesGoLiveByOneBatchAndKeepTheWayBack() {
        finishes(dualStack(1));
        a.picks(dualStack(2)).untilRegional(Action.Flip.class);
        Batch flip = ((Action.Flip) a.next()).batch();
        a.finishesThePass();

        assertThat(flip.changes())
                .as("the lock's two, the rollback and the name of each type")
                .hasSize(6);
        assertThat(answers()).containsExactly(3, 3);
        assertThat(zones.peek(ZONE).apexIpv6())
                .hasValue(new RecordSet.Alias(ZONE, RecordSet.AddressType.AAAA, "plan-2." + ZONE));
        assertThat(zones.rollback(ZONE, "A"))
                .isEqualTo(zones.rollback(ZONE, "AAAA"))
                .hasValue("plan-1." + ZONE);
    }

    @Test
    void theCleanUpDeletesBoth() {
        finishes(dualStack(1));
        finishes(dualStack(20));

        assertThat(zones.trees(ZONE)).singleElement().satisfies(tree -> {
            assertThat(tree.plan()).isEqualTo(new PlanGeneration(20));
            assertThat(tree.sets()).hasSize(12);
        });
    }

    @Test
    void theRaceEmptiesBothAndEveryLaterFlipIsRefused() {
        finishes(dualStack(1));
        c.losesLock = 8;
        c.picks(dualStack(2)).until(action -> c.backOffs.size() == 8);
        for (long generation = 2; generation <= 10; generation++) {
            finishes(dualStack(generation));
        }
        a.picks(dualStack(11))
                .until(action -> action instanceof Action.ReadHead read
                        && read.purpose() == Action.Purpose.CLEAN_UP
                        && read.endpoint().name().equals("regional"));
        c.finishesThePass();
        assertThat(answers()).as("stale, yet it answers").containsExactly(3, 3);
        a.finishesThePass();
        assertThat(zones.peek(ZONE).active()).isEqualTo(new PlanGeneration(2));
        assertThat(answers()).containsExactly(0, 0);

        finishes(dualStack(12));
        assertThat(answers()).containsExactly(0, 0);
        assertThat(a.refusals).anyMatch(reason -> reason.contains("target was not found"));

        guards.find("dns.rollback-tolerant").orElseThrow().set(true);
        finishes(dualStack(13));
        assertThat(answers()).containsExactly(3, 3);
    }

    @Test
    void anEndpointThatGetsAaaaHasNothingToGoBackToYet() {
        finishes(Plans.plan(1));
        finishes(dualStack(2));

        assertThat(a.refusals).isEmpty();
        assertThat(answers()).containsExactly(3, 3);
        assertThat(zones.rollback(ZONE, "A")).hasValue("plan-1." + ZONE);
        assertThat(zones.rollback(ZONE, "AAAA")).hasValue("plan-2." + ZONE);
    }

    @Test
    void aPlanWithoutAaaaTakesItAwayAndALaterOneBringsItBack() {
        for (String guard : List.of("", "dns.fence")) {
            guards.find("dns.fence").orElseThrow().set(!guard.isEmpty());
            long first = guard.isEmpty() ? 1 : 101;
            finishes(dualStack(first));
            finishes(Plans.plan(first + 1));
            assertThat(answers()).as(guard).containsExactly(3, 0);
            assertThat(zones.peek(ZONE).apexIpv6()).isEmpty();
            finishes(dualStack(first + 20));
            assertThat(answers()).as(guard).containsExactly(3, 3);
        }
        assertThat(a.refusals).isEmpty();
    }

    @Test
    void aLargeTreeTakesMoreBatchesAndStillGoesLiveByOne() {
        List<Action.Submit> sent = new ArrayList<>();
        a.passOver = false;
        a.picks(Plans.dualStack(Plans.large(1, 300))).until(action -> {
            if (action instanceof Action.Submit submit
                    && submit.endpoint().name().equals("regional")) {
                sent.add(submit);
            }
            return a.passOver;
        });

        assertThat(sent.stream().map(Action.Submit::getClass))
                .isEqualTo(List.of(
                        Action.TryLock.class,
                        Action.Build.class,
                        Action.Build.class,
                        Action.Build.class,
                        Action.Flip.class));
        assertThat(answers()).containsExactly(300, 300);
    }
}
