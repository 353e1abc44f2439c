package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A droplet is asked without the lock, so its lease may be reported meanwhile. */
class OpenSlotsTest {

    private static final DropletId DROPLET = new DropletId(1, 0);

    private final PlacementIndex index =
            new PlacementIndex(new PlacementIndex.Shape(1, 1, 1, 1), new SplittableRandom(1));
    private final OpenSlots slots = new OpenSlots(index);

    @Test
    void aLeaseThatIsReportedWhileTheDropletIsAskedIsNotLost() {
        List<DropletId> asked = new ArrayList<>();
        slots.leased(DROPLET);
        Optional<DropletId> drawn = slots.reserve(Optional.empty(), droplet -> {
            asked.add(droplet);
            slots.leased(droplet);
            return asked.size() > 1;
        });
        assertThat(drawn).contains(DROPLET);
        assertThat(index.used(DROPLET)).isEqualTo(1);
    }

    @Test
    void withoutNewsItIsAskedOnce() {
        List<DropletId> asked = new ArrayList<>();
        slots.leased(DROPLET);
        assertThat(slots.reserve(Optional.empty(), droplet -> !asked.add(droplet)))
                .isEmpty();
        assertThat(slots.reserve(Optional.empty(), droplet -> !asked.add(droplet)))
                .isEmpty();
        assertThat(asked).containsExactly(DROPLET);
        assertThat(index.used(DROPLET)).isZero();
    }
}
