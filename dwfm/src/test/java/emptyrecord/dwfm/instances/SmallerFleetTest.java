package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.fleet.UnleasedFleet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Somebody has made the fleet smaller; a droplet beyond it would be taken for one of the next host's. */
class SmallerFleetTest {

    private static final DropletId DROPLET = new DropletId(1, 2);
    private static final LaunchSpec SPEC =
            new LaunchSpec(1, 1, "", LaunchSpec.ClientToken.NONE, new LaunchSpec.Kind("ami-1", "m7i.large", Map.of()));

    private final MemoryTable table = new MemoryTable();

    @Test
    void instancesOnDropletsThatAreGoneAreRefusedWithWhatToDo() {
        try (InstanceStore store = table.open()) {
            store.add(MemoryTable.on(store, List.of(DROPLET)), droplet -> "us-east-1a", SPEC, UnleasedFleet.NOW);
        }
        assertThatThrownBy(this::openSmaller)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(DROPLET.toString())
                .hasMessageContaining("dwfm.droplets-per-host=" + DROPLET.slot());
    }

    @Test
    void attemptsOnDropletsThatAreGoneAreRefusedToo() {
        try (InstanceStore store = table.open()) {
            store.begin(
                    List.of(MemoryTable.on(store, List.of(DROPLET)).getFirst().attempt()));
        }
        assertThatThrownBy(this::openSmaller)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("launch i-");
    }

    private InstanceStore openSmaller() {
        PlacementIndex.Shape shape = new PlacementIndex.Shape(2, DROPLET.slot(), 1, 64);
        return table.open(new PlacementIndex(shape, new SplittableRandom(1)));
    }
}
