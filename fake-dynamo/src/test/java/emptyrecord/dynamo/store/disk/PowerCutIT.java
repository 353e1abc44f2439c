package emptyrecord.dynamo.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writers on a disk whose power fails at any call, again and again. Forced commits survive, whole; without a force some
 * are lost, so the disk of this test does cut.
 */
class PowerCutIT {

    private static final int CUTS = 40;
    private static final int WRITERS = 4;
    private static final int VALUE_MAX = 8_000;

    /** Counts that writers were told are safe. */
    private final List<AtomicInteger> acknowledged = new ArrayList<>();

    PowerCutIT() {
        for (int writer = 0; writer < WRITERS; writer++) {
            acknowledged.add(new AtomicInteger());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 889_339})
    void whatWasForcedSurvivesWhole(long seed) throws InterruptedException {
        play(seed);
    }

    @Test
    void itSurvivesWithAnyOtherSeed() throws InterruptedException {
        play(Long.getLong("cut.seed", System.nanoTime()));
    }

    private void play(long seed) throws InterruptedException {
        Random random = new Random(seed);
        CutDisk disk = new CutDisk(seed);
        Place place = new Place(disk.path("rows"), Durability.DISK, 1 << 20);
        RowStore.create(place, store -> {});
        int told = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            String where = "cut " + cut + ", replay with -Dcut.seed=" + seed;
            try (RowStore store = open(place, where)) {
                check(store, where);
                disk.cutAfter(random.nextInt(300));
                writeUntilCut(store, random);
            }
            disk.start();
            int now = acknowledged.stream().mapToInt(AtomicInteger::get).sum();
            told += now > 0 ? 1 : 0;
        }
        assertThat(told).as("cuts after acknowledged writes, seed %d", seed).isGreaterThan(CUTS / 2);
    }

    private static RowStore open(Place place, String where) {
        try {
            return new RowStore(place);
        } catch (StoreFailure e) {
            throw new AssertionError(where, e);
        }
    }

    private void writeUntilCut(RowStore store, Random random) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                Random lengths = new Random(random.nextLong());
                threads.execute(() -> write(store, own, lengths));
            }
        }
    }

    private void write(RowStore store, int writer, Random lengths) {
        try {
            for (int count = newest(store, writer, "a") + 1; ; count++) {
                Batch batch = new Batch();
                batch.put(key(writer, "a"), value(count, lengths.nextInt(VALUE_MAX)));
                batch.put(key(writer, "b"), value(count, lengths.nextInt(VALUE_MAX)));
                batch.put(key(writer, "c" + lengths.nextInt(50)), value(count, lengths.nextInt(3000)));
                store.draft().submit(batch).await();
                acknowledged.get(writer).set(count);
            }
        } catch (StoreFailure e) {
            assertThat(e).hasMessageContaining("cannot be used");
        }
    }

    private void check(RowStore store, String where) {
        try {
            assertThat(rows(store)).as(where).isNotNegative();
        } catch (StoreFailure e) {
            throw new AssertionError(where, e);
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            int found = newest(store, writer, "a");
            assertThat(found)
                    .as(where)
                    .isBetween(
                            acknowledged.get(writer).get(),
                            acknowledged.get(writer).get() + 1);
            assertThat(newest(store, writer, "b")).as("half a batch, " + where).isEqualTo(found);
            acknowledged.get(writer).set(found);
        }
    }

    /** Reads every page. */
    private static int rows(RowStore store) {
        return store.read(snapshot -> {
            int count = 0;
            Iterator<Row> all = snapshot.rows(new KeyRange(new byte[] {0}, new byte[] {'~'}), true);
            for (; all.hasNext(); all.next()) {
                count++;
            }
            return count;
        });
    }

    /** Without a force, this disk loses acknowledged writes, or breaks the file. */
    @Test
    void withoutAForceACutLosesWrites() throws InterruptedException {
        long seed = 7;
        Random random = new Random(seed);
        int lost = 0;
        for (int cut = 0; cut < CUTS && lost == 0; cut++) {
            CutDisk disk = new CutDisk(random.nextLong());
            Place place = new Place(disk.path("rows"), Durability.PROCESS, 1 << 20);
            RowStore.create(place, store -> {});
            acknowledged.forEach(count -> count.set(0));
            try (RowStore store = new RowStore(place)) {
                disk.cutAfter(100 + random.nextInt(200));
                writeUntilCut(store, random);
            }
            disk.start();
            lost += isLost(place) ? 1 : 0;
        }
        assertThat(lost).as("seed %d", seed).isPositive();
    }

    private boolean isLost(Place place) {
        try (RowStore store = new RowStore(place)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                if (newest(store, writer, "a") < acknowledged.get(writer).get()) {
                    return true;
                }
            }
            return false;
        } catch (StoreFailure e) {
            return true;
        }
    }

    private static int newest(RowStore store, int writer, String name) {
        byte[] value = store.read(snapshot -> Optional.ofNullable(snapshot.get(key(writer, name))))
                .orElse(null);
        return value == null ? 0 : ByteBuffer.wrap(value).getInt();
    }

    private static byte[] key(int writer, String name) {
        return (writer + name).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] value(int count, int length) {
        return ByteBuffer.allocate(Integer.BYTES + length).putInt(count).array();
    }
}
