package emptyrecord.droplets.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two holders fence each other off by a lease table, and their checks reach the droplet in any order and more than once.
 * The witness sees no droplet that obeys two; an agent without the rule of epochs is caught.
 */
class TwoHoldersTest {

    private static final DropletId ID = new DropletId(1, 0);
    private static final Instant START = Instant.parse("2025-10-20T06:48:00Z");
    private static final int STEPS = 2000;
    private static final List<String> HOLDERS = List.of("dwfm-1", "dwfm-2");

    /** A row that only a writer who saw its newest epoch can replace, once its lease is over or its own. */
    private static final class LeaseTable {

        private long epoch;
        private String holder = "";
        private Instant until = Instant.MIN;

        Optional<Check> take(String wanting, long seen, Instant now) {
            boolean free = holder.equals(wanting) || !until.isAfter(now);
            if (seen != epoch || !free) {
                return Optional.empty();
            }
            epoch++;
            holder = wanting;
            until = now.plusSeconds(1200);
            return Optional.of(new Check(ID, new Claim(wanting, epoch), until, CheckDepth.RENEWAL));
        }
    }

    /** A droplet between two holders. */
    private static final class Play {

        private final SplittableRandom chance;
        private final Droplet droplet;
        private final LeaseTable table = new LeaseTable();
        private final long[] seen = new long[HOLDERS.size()];
        private final List<Check> onTheWay = new ArrayList<>();
        private final ObedienceWitness witness = new ObedienceWitness();
        private final List<String> violations = new ArrayList<>();
        private final Set<String> obeyed = new HashSet<>();
        private int refusals;
        private Instant now = START;

        Play(long seed, Droplet droplet) {
            this.chance = new SplittableRandom(seed);
            this.droplet = droplet;
            for (int i = 0; i < STEPS; i++) {
                step();
            }
        }

        private void step() {
            now = now.plusSeconds(chance.nextInt(chance.nextInt(20) == 0 ? 3000 : 60));
            int who = chance.nextInt(HOLDERS.size());
            switch (chance.nextInt(3)) {
                case 0 -> seen[who] = table.epoch;
                case 1 -> table.take(HOLDERS.get(who), seen[who], now).ifPresent(onTheWay::add);
                default -> arrive();
            }
        }

        /** Any check arrives, and one in three will arrive again. */
        private void arrive() {
            if (onTheWay.isEmpty()) {
                return;
            }
            int which = chance.nextInt(onTheWay.size());
            Check check = chance.nextInt(3) == 0 ? onTheWay.get(which) : onTheWay.remove(which);
            switch (droplet.judge(check)) {
                case Decision.Refuse refuse -> refusals++;
                case Decision.Obey obey -> {
                    obey.news().ifPresent(droplet::apply);
                    obeyed.add(check.claim().holder());
                    witness.observe(new ObedienceWitness.Obedience(ID, check.claim(), now, check.leaseUntil()))
                            .ifPresent(violations::add);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 20251020})
    void noDropletObeysTwoHolders(long seed) {
        Play played = new Play(seed, new Droplet(ID, 64));
        assertThat(played.violations).as("seed %d", seed).isEmpty();
        assertThat(played.refusals).as("seed %d: old checks arrive", seed).isPositive();
        assertThat(played.obeyed)
                .as("seed %d: both get the droplet", seed)
                .containsExactlyInAnyOrderElementsOf(HOLDERS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 20251020})
    void anAgentThatDoesNotLookAtEpochsIsCaught(long seed) {
        Droplet obeysWhoeverCallsLast = new Droplet(ID, 64, (before, claim) -> Optional.empty());
        assertThat(new Play(seed, obeysWhoeverCallsLast).violations)
                .as("seed %d", seed)
                .isNotEmpty()
                .anySatisfy(v -> assertThat(v).contains("after the newer"));
    }

    @Test
    void oneEpochUnderTwoNamesIsCaught() {
        ObedienceWitness witness = new ObedienceWitness();
        assertThat(witness.observe(obedience("dwfm-1", 3))).isEmpty();
        assertThat(witness.observe(obedience("dwfm-1", 3))).isEmpty();
        assertThat(witness.observe(obedience("dwfm-2", 3)))
                .hasValueSatisfying(v -> assertThat(v)
                        .startsWith("droplet-1-000 obeys dwfm-2 with epoch 3")
                        .endsWith("which has the same epoch"));
        assertThat(witness.observe(obedience("dwfm-2", 4))).isEmpty();
    }

    private static ObedienceWitness.Obedience obedience(String holder, long epoch) {
        return new ObedienceWitness.Obedience(ID, new Claim(holder, epoch), START, START.plusSeconds(60));
    }
}
