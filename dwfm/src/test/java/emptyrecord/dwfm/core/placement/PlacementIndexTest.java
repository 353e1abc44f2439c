package emptyrecord.dwfm.core.placement;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.DropletId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A launch is placed on a droplet with a lease, with room, and without a doubt; and nowhere only if there is none. */
class PlacementIndexTest {

    private static final Optional<Integer> ANY = Optional.empty();

    private static PlacementIndex index(PlacementIndex.Shape shape, long seed) {
        return new PlacementIndex(shape, new SplittableRandom(seed));
    }

    @Test
    void onlyDropletsWithALeaseAreDrawn() {
        PlacementIndex index = index(new PlacementIndex.Shape(2, 9, 3, 64), 1);
        assertThat(index.reserve(ANY, d -> true)).isEmpty();
        DropletId one = new DropletId(2, 4);
        index.leased(one);
        for (int i = 0; i < 64; i++) {
            assertThat(index.reserve(ANY, d -> true)).contains(one);
        }
        assertThat(index.reserve(ANY, d -> true)).as("it is full").isEmpty();
        index.released(one);
        assertThat(index.reserve(ANY, d -> true)).contains(one);
    }

    @Test
    void aZonesDropletsAreItsOwn() {
        PlacementIndex index = index(new PlacementIndex.Shape(2, 9, 3, 64), 1);
        index.leased(new DropletId(1, 0));
        index.leased(new DropletId(1, 4));
        assertThat(index.reserve(Optional.of(1), d -> true)).contains(new DropletId(1, 4));
        assertThat(index.reserve(Optional.of(2), d -> true)).isEmpty();
    }

    @Test
    void aDropletThatIsNotReadyLeavesUntilItsLeaseIsProlonged() {
        PlacementIndex index = index(new PlacementIndex.Shape(1, 3, 1, 1), 1);
        DropletId lapsed = new DropletId(1, 0);
        DropletId held = new DropletId(1, 1);
        index.leased(lapsed);
        index.leased(held);
        List<DropletId> asked = new ArrayList<>();
        assertThat(index.reserve(ANY, d -> asked.add(d) && d.equals(held))).contains(held);
        assertThat(index.reserve(ANY, d -> asked.add(d) && d.equals(held))).isEmpty();
        assertThat(asked).as("each once").hasSize(2);
        assertThat(index.used(lapsed)).isZero();
        index.leased(lapsed);
        assertThat(index.reserve(ANY, d -> true)).contains(lapsed);
    }

    @Test
    void aDropletInDoubtTakesNothingUntilAllDoubtsAreSettled() {
        PlacementIndex index = index(new PlacementIndex.Shape(1, 1, 1, 9), 1);
        DropletId droplet = new DropletId(1, 0);
        index.doubtful(droplet);
        index.leased(droplet);
        index.doubtful(droplet);
        index.settled(droplet);
        assertThat(index.reserve(ANY, d -> true)).isEmpty();
        index.settled(droplet);
        assertThat(index.reserve(ANY, d -> true)).contains(droplet);
    }

    @Test
    void theSameSeedDrawsTheSameDropletsAndAllAlike() {
        List<List<DropletId>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            PlacementIndex index = index(new PlacementIndex.Shape(4, 25, 3, 1000), 7);
            for (int host = 1; host <= 4; host++) {
                for (int slot = 0; slot < 25; slot++) {
                    index.leased(new DropletId(host, slot));
                }
            }
            runs.add(IntStream.range(0, 10_000)
                    .mapToObj(i -> index.reserve(ANY, d -> true).orElseThrow())
                    .toList());
        }
        assertThat(runs.getFirst()).isEqualTo(runs.getLast());
        Map<DropletId, Integer> times = new HashMap<>();
        runs.getFirst().forEach(droplet -> times.merge(droplet, 1, Integer::sum));
        assertThat(times).hasSize(100);
        assertThat(times.values()).as("100 each on average, whatever the zone").allMatch(n -> n > 50 && n < 160);
    }

    /** Any history: the index offers what a plain list of all droplets offers. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itAgreesWithALookAtAllDroplets(long seed) {
        PlacementIndex.Shape shape = new PlacementIndex.Shape(2, 7, 3, 2);
        PlacementIndex index = index(shape, seed);
        SplittableRandom chance = new SplittableRandom(seed);
        Map<DropletId, Integer> used = new HashMap<>();
        Set<DropletId> doubted = new HashSet<>();
        Set<DropletId> held = new HashSet<>();
        for (int step = 0; step < 5_000; step++) {
            DropletId droplet = new DropletId(1 + chance.nextInt(2), chance.nextInt(7));
            switch (chance.nextInt(5)) {
                case 0 -> {
                    held.add(droplet);
                    index.leased(droplet);
                }
                case 1 -> held.remove(droplet);
                case 2 -> {
                    if (used.getOrDefault(droplet, 0) > 0) {
                        used.merge(droplet, -1, Integer::sum);
                        index.released(droplet);
                    }
                }
                case 3 -> {
                    if (doubted.add(droplet)) {
                        index.doubtful(droplet);
                    } else {
                        doubted.remove(droplet);
                        index.settled(droplet);
                    }
                }
                default -> {
                    boolean some = held.stream()
                            .anyMatch(d -> !doubted.contains(d) && used.getOrDefault(d, 0) < shape.slots());
                    Optional<DropletId> drawn = index.reserve(ANY, held::contains);
                    String where = "seed " + seed + ", step " + step;
                    assertThat(drawn.isPresent()).as(where).isEqualTo(some);
                    drawn.ifPresent(d -> {
                        assertThat(held).as(where).contains(d);
                        assertThat(doubted).doesNotContain(d);
                        assertThat(used.merge(d, 1, Integer::sum)).isLessThanOrEqualTo(shape.slots());
                    });
                }
            }
        }
    }

    /** A million droplets of which a few have a lease: a draw does not look at the others. */
    @Test
    void aDrawAsksOnlyDropletsThatHadALease() {
        PlacementIndex index = index(new PlacementIndex.Shape(100, 10_000, 3, 64), 1);
        for (int slot = 0; slot < 10_000; slot += 1_000) {
            index.leased(new DropletId(77, slot));
        }
        List<DropletId> asked = new ArrayList<>();
        assertThat(index.reserve(ANY, d -> !asked.add(d))).isEmpty();
        assertThat(asked).hasSize(10);
    }
}
