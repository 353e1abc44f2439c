package emptyrecord.dynamo.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that becomes full: refused writes are not there, reads go on, and with room again so do writes. */
class FullDiskIT {

    private static final int WRITERS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 889_339})
    void refusedWritesLeaveNothingAndRoomIsEnoughToGoOn(long seed) throws Exception {
        Random random = new Random(seed);
        CutDisk disk = new CutDisk(seed);
        Place place = new Place(disk.path("rows"), Durability.DISK, 1 << 20);
        RowStore.create(place, store -> {});
        int kept;
        try (RowStore store = new RowStore(place)) {
            disk.limit(100_000 + random.nextInt(100_000));
            kept = fill(store, new AtomicInteger());
            assertThat(kept).isPositive();
            assertThat(store.failures()).isPositive();
            for (int again = 0; again < 3; again++) {
                assertThatThrownBy(() -> put(store, Integer.MAX_VALUE))
                        .isInstanceOf(StoreFailure.class)
                        .hasMessageContaining("free some space");
                await().until(() -> !store.isBroken());
            }
            assertHolds(store, kept, "seed " + seed);
            disk.limit(Long.MAX_VALUE);
            put(store, kept);
            assertHolds(store, kept + 1, "with room again, seed " + seed);
        }
        disk.start();
        try (RowStore again = new RowStore(place)) {
            assertHolds(again, kept + 1, "after a start, seed " + seed);
        }
    }

    /** Writes until all writers are refused; returns how many rows were acknowledged, numbered without a gap. */
    private static int fill(RowStore store, AtomicInteger acknowledged) throws Exception {
        Callable<Boolean> writer = () -> {
            try {
                while (true) {
                    synchronized (acknowledged) {
                        put(store, acknowledged.get());
                        acknowledged.incrementAndGet();
                    }
                }
            } catch (StoreFailure e) {
                return true;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Boolean>> all = IntStream.range(0, WRITERS)
                    .mapToObj(i -> threads.submit(writer))
                    .toList();
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        }
        return acknowledged.get();
    }

    private static void put(RowStore store, int number) {
        Batch batch = new Batch();
        batch.put(key(number), new byte[5000]);
        store.draft().submit(batch).await();
    }

    private static byte[] key(int number) {
        return ("row-%010d".formatted(number)).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertHolds(RowStore store, int rows, String where) {
        List<Integer> missing = store.read(snapshot -> IntStream.range(0, rows)
                .filter(number -> snapshot.get(key(number)) == null)
                .boxed()
                .toList());
        assertThat(missing).as(where).isEmpty();
        byte[] refused = store.read(snapshot -> {
            byte[] found = snapshot.get(key(Integer.MAX_VALUE));
            return found == null ? new byte[0] : found;
        });
        assertThat(refused).as("refused, " + where).isEmpty();
    }
}
