package emptyrecord.dynamo.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An Error in the middle of a commit, such as too little heap: nobody waits for ever, and the store goes on. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailingProcessTest {

    @Test
    void writersOfTheGroupAreToldAndTheNextWriteIsTriedAnew() {
        CutDisk disk = new CutDisk(1);
        Place place = new Place(disk.path("rows"), Durability.DISK, 1 << 20);
        RowStore.create(place, store -> {});
        try (RowStore store = new RowStore(place)) {
            store.draft().submit(batch("before")).await();
            Pending first = store.draft().submit(batch("first"));
            Pending second = store.draft().submit(batch("second"));
            disk.failNext(new OutOfMemoryError("a test's"));
            assertThatThrownBy(first::await).isInstanceOf(OutOfMemoryError.class);
            assertThatThrownBy(second::await).isInstanceOf(StoreFailure.class);
            await().until(() -> !store.isBroken());
            store.draft().submit(batch("after")).await();
            assertThat(store.<Boolean>read(rows -> rows.get(key("before")) != null && rows.get(key("after")) != null))
                    .isTrue();
            assertThat(store.<Boolean>read(rows -> rows.get(key("first")) == null && rows.get(key("second")) == null))
                    .isTrue();
        }
    }

    /** The committing thread goes on after an Error of its own. */
    @Test
    void theStoreClosesAfterwards() {
        CutDisk disk = new CutDisk(2);
        Place place = new Place(disk.path("rows"), Durability.DISK, 1 << 20);
        RowStore store = new RowStore(place);
        store.draft().submit(batch("before")).await();
        Pending pending = store.draft().submit(batch("interrupted"));
        disk.failNext(new OutOfMemoryError("a test's"));
        CompletableFuture<Boolean> refused = new CompletableFuture<>();
        Thread writer = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            try {
                pending.await();
                refused.complete(false);
            } catch (StoreFailure e) {
                refused.complete(true);
            }
        });
        assertThat(refused.join()).isTrue();
        assertThat(writer).isNotNull();
        await().until(() -> !store.isBroken());
        store.draft().submit(batch("after")).await();
        store.close();
    }

    private static Batch batch(String key) {
        Batch batch = new Batch();
        batch.put(key(key), new byte[100]);
        return batch;
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
