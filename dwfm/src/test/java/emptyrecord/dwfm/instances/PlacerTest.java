package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.dwfm.fleet.UnleasedFleet;
import emptyrecord.kit.trace.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Placements that end before a droplet has heard of them: one droplet with a lease, and a host that does no work. */
class PlacerTest {

    private static final DropletId DROPLET = new DropletId(1, 2);

    private final MemoryTable table = new MemoryTable();
    private final ApiTally tally = new ApiTally();
    private final UnleasedFleet unleased;
    private final PlacementIndex index;
    private final InstanceStore store;
    private final Placer placer;

    PlacerTest(@TempDir Path folder) {
        unleased = new UnleasedFleet(folder);
        index = new PlacementIndex(
                new PlacementIndex.Shape(1, unleased.fleet().shape().droplets(), 1, 64), new SplittableRandom(1));
        store = table.open(index);
        unleased.whenUndone(new Leftovers(unleased.fleet(), store)::undone);
        unleased.lease(DROPLET);
        index.leased(DROPLET);
        Placer.Waiting waiting = new Placer.Waiting(unleased.clock(), Duration.ofSeconds(90));
        LaunchTrace trace = new LaunchTrace(Tracing.OFF, new ChangeContexts());
        placer = new Placer(unleased.fleet(), new OpenSlots(index), store, waiting, tally, trace);
    }

    @AfterEach
    void close() {
        store.close();
        unleased.close();
    }

    private Placer.Placements place() {
        return placer.place(List.of(new Placer.Wanted("i-00000001", "")));
    }

    /** The droplet was drawn, and its host went down before the launch was queued: there is nothing to end. */
    @Test
    void aLaunchThatWasNeverQueuedIsSettledAtOnce() {
        table.whenBegun(unleased::crash);
        assertThat(place().placed()).isEmpty();
        assertThat(unleased.parked()).as("orders at the droplet").isZero();
        assertThat(table.attempts()).isEmpty();
        assertThat(index.used(DROPLET)).isZero();
        index.leased(DROPLET);
        assertThat(index.offered()).as("it is not in doubt").isEqualTo(1);
    }
}
