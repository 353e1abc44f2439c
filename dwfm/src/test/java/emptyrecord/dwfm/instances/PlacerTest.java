package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.dwfm.fleet.UnleasedFleet;
import emptyrecord.kit.trace.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Placements that end before a droplet has heard of them: one droplet with a lease, and a host that does no work. */
class PlacerTest {

    private static final DropletId DROPLET = new DropletId(1, 2);
    private static final int RACES = 1_000;

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
        return place("i-00000001");
    }

    private Placer.Placements place(String instance) {
        return placer.place(List.of(new Placer.Wanted(instance, "")));
    }

    /** The droplet was drawn, and its host went down before the launch was queued: there is nothing to end. */
    @Test
    void aLaunchThatWasNeverQueuedIsSettledAtOnce() {
        table.beforeWrites(unleased::crash);
        assertThat(place().placed()).isEmpty();
        assertThat(unleased.parked()).as("orders at the droplet").isZero();
        assertThat(table.attempts()).isEmpty();
        assertThat(index.used(DROPLET)).isZero();
        index.leased(DROPLET);
        assertThat(index.offered()).as("it is not in doubt").isEqualTo(1);
    }

    @Test
    void aDefectInTheTableKeepsNoSlot() {
        table.beforeWrites(() -> {
            throw new IllegalStateException("a defect");
        });
        assertThatThrownBy(this::place)
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(Ec2Error.INTERNAL_ERROR));
        assertThat(index.used(DROPLET)).isZero();
        assertThat(tally.of(ApiOutcome.LAUNCH_INTERNAL_ERROR)).isEqualTo(1);
    }

    /** Both at the same moment, often: what its host calls a success that somebody waits for is placed, or it is ended. */
    @Test
    void aLaunchThatSucceedsWhileItsCallerIsInterruptedIsEnded() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom chance = new SplittableRandom(seed);
        for (int run = 1; run <= RACES; run++) {
            String instance = "i-%08d".formatted(run);
            int withLaunch = unleased.queued() + 1;
            CompletableFuture<Placer.Placements> placements = new CompletableFuture<>();
            Thread caller = Thread.ofPlatform().start(() -> placements.complete(place(instance)));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofNanos(50_000))
                    .until(() -> unleased.queued() == withLaunch);
            Attempt attempt = Attempt.of(instance, DROPLET, run);
            caller.interrupt();
            spin(chance.nextInt(100_000));
            boolean wanted = unleased.finish(attempt.name());
            boolean placed = !placements.get(10, TimeUnit.SECONDS).placed().isEmpty();
            assertThat(placed || unleased.queued() > withLaunch)
                    .as("seed %d, run %d: placed or ended", seed, run)
                    .isEqualTo(wanted);
            store.settle(attempt.name());
        }
    }

    private static void spin(int nanos) {
        for (long until = System.nanoTime() + nanos; System.nanoTime() < until; ) {
            Thread.onSpinWait();
        }
    }
}
