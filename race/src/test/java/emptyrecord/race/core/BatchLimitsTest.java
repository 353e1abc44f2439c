package emptyrecord.race.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchLimits;
import emptyrecord.enactor.core.Enactor;
import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Remedies;
import emptyrecord.enactor.core.Step;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.planner.core.PlannerRemedies;
import emptyrecord.race.timed.NightRules;
import emptyrecord.route53.core.BatchSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Enactor and Route 53 count a batch's size alike, so no batch of an enactor is refused for its size. */
class BatchLimitsTest {

    private static final int LOAD_BALANCERS = 520;

    private final CoreZones zones = new CoreZones(
            Endpoints.REGIONAL_ONLY, new Guards().declare("dns.min-answers", "no batch may empty an endpoint"));
    private final SimulatedPlanner planner = new SimulatedPlanner(
            Endpoints.REGIONAL_ONLY,
            IntStream.range(0, LOAD_BALANCERS).mapToObj(i -> "lb-" + i).toList(),
            PlannerRemedies.declare(new Guards(), PlannerRemedies.SLOW_PERIOD));
    private final List<Action.Submit> sent = new ArrayList<>();
    private Step<?> step = new Enactor(
                    NightRules.RULES,
                    Remedies.declare(new Guards(), Setup.MAX_TRIES),
                    () -> Instant.EPOCH,
                    new SplittableRandom(1),
                    new EnactorObserver() {})
            .start();

    private void passes(int count) {
        Instant now = Instant.EPOCH;
        for (int i = 0; i < count; i++) {
            now = now.plus(Duration.ofMinutes(2));
            planner.plan(now);
            step = step.advance(this::perform);
            while (!(step.action() instanceof Action.Wait wait && wait.why() == Action.Why.POLL)) {
                step = step.advance(this::perform);
            }
        }
    }

    @SuppressWarnings("unchecked") // each case answers with its own action's result type
    private <R> R perform(Action<R> action) {
        Object result = switch (action) {
            case Action.ReadPlan read -> planner.latest();
            case Action.ReadHead read -> Optional.of(zones.head(read.endpoint().zone()));
            case Action.ListTrees list -> zones.trees(list.endpoint().zone());
            case Action.Wait wait -> Action.Done.DONE;
            case Action.Submit submit -> {
                sent.add(submit);
                yield zones.submit(submit.batch());
            }
        };
        return (R) result;
    }

    private static BatchSize size(Action.Submit submit) {
        return BatchSize.of(Records.toRoute53(submit.batch(), "Z01REGIONAL").changes());
    }

    @Test
    void everyBatchOfALargeTreeFitsAndOnlyTheLastOfAKindHasRoomLeft() {
        passes(11);

        assertThat(zones.addresses(Endpoints.REGIONAL)).isEqualTo(LOAD_BALANCERS);
        assertThat(sent.stream().map(BatchLimitsTest::size))
                .allMatch(size -> size.records() <= BatchLimits.ROUTE53.records())
                .allMatch(size -> size.characters() <= BatchLimits.ROUTE53.characters());
        assertThat(sent.stream().filter(Action.Build.class::isInstance).map(s -> size(s).records()))
                .as("520 leaves and 520 children, upserted: 2080 records, and the lock's two in each batch")
                .startsWith(1000, 1000, 86);
        assertThat(sent.stream().filter(Action.DeleteTree.class::isInstance).map(s -> size(s).records()))
                .as("the same, deleted: 1040 records")
                .startsWith(1000, 44);
    }
}
