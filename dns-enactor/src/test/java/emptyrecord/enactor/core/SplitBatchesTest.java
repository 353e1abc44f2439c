package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guards;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Three enactors in an order drawn from a seed, action by action, with batches so small that a tree takes several to build
 * and to delete. Whatever the order, a flip is one batch: the plan that goes live is whole.
 */
class SplitBatchesTest {

    private static final int LOAD_BALANCERS = 5;
    private static final long CLEAN_UP_AGE = 2;
    private static final int ACTIONS = 2_000;
    private static final long SEEDS = 12;

    private long emptied;
    private long stuck;
    private long flips;

    @Test
    void theFlipIsAtomicInEveryOrder() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new Walk(seed).run();
        }
        assertThat(emptied).as("orders in which the record became empty").isPositive();
        assertThat(stuck).as("flips refused for a tree that is gone (F39)").isPositive();
        assertThat(flips).isGreaterThan(SEEDS);
    }

    private final class Walk {

        private final long seed;
        private final SplittableRandom chance;
        private final InMemoryZones zones = new InMemoryZones();
        private final List<ByHand> enactors =
                Stream.of("a", "b", "c").map(this::enactor).toList();
        private long newest = 1;
        private boolean answered;

        Walk(long seed) {
            this.seed = seed;
            this.chance = new SplittableRandom(seed);
            enactors.forEach(e -> e.plannerHas(Plans.large(1, LOAD_BALANCERS)));
        }

        private ByHand enactor(String name) {
            BatchLimits small = new BatchLimits(8, 32_000);
            return new ByHand(name, zones, new Guards(), ByHand.rules(name, CLEAN_UP_AGE, small));
        }

        void run() {
            for (int i = 0; i < ACTIONS; i++) {
                if (chance.nextInt(60) == 0) {
                    newest++;
                    enactors.forEach(e -> e.plannerHas(Plans.large(newest, LOAD_BALANCERS)));
                }
                act(enactors.get(chance.nextInt(10) == 0 ? 2 : chance.nextInt(2)));
            }
        }

        private void act(ByHand enactor) {
            Action<?> action = enactor.next();
            ZoneHead before = zones.peek(Plans.REGIONAL);
            boolean targetExists = hasWeightedSet(before.active());
            int refusals = enactor.refusals.size();
            enactor.acts();
            ZoneHead after = zones.peek(Plans.REGIONAL);
            if (!(action instanceof Action.Flip flip) || !flip.endpoint().name().equals("regional")) {
                assertThat(after.apex())
                        .as("seed %d: only a flip moves the name", seed)
                        .isEqualTo(before.apex());
                boolean empty = answered && zones.answers(Plans.REGIONAL) == 0;
                emptied += empty ? 1 : 0;
                answered = answered && !empty;
            } else if (enactor.refusals.size() == refusals) {
                flipped(flip, after);
            } else if (before.apex().isPresent() && !targetExists) {
                stuck++;
            }
        }

        private void flipped(Action.Flip flip, ZoneHead after) {
            flips++;
            answered = true;
            assertThat(after.active()).as("seed %d", seed).isEqualTo(flip.plan());
            assertThat(zones.answers(Plans.REGIONAL))
                    .as("seed %d: plan %d goes live whole", seed, flip.plan().value())
                    .isEqualTo(LOAD_BALANCERS);
            assertThat(flip.batch().changes())
                    .as("seed %d: the lock's two changes, the rollback and the name are one batch (F34, F35)", seed)
                    .hasSize(4);
        }

        private boolean hasWeightedSet(PlanGeneration plan) {
            return zones.trees(Plans.REGIONAL).stream()
                    .filter(tree -> tree.plan().equals(plan))
                    .flatMap(tree -> tree.sets().stream())
                    .anyMatch(RecordSet.WeightedAlias.class::isInstance);
        }
    }
}
