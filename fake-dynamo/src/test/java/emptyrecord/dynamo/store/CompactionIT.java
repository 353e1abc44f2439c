package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.kit.journal.CompactionPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that cannot be rewritten is no error of the write that made the rewrite due. */
class CompactionIT {

    private static final StoreLimits PLENTY = new StoreLimits(1 << 20, 1 << 20, 10);
    private static final CompactionPolicy SOON_BY_BYTES = new CompactionPolicy(1_000_000, 2, 10_000);
    private static final CompactionPolicy SOON = new CompactionPolicy(10, 2);
    private static final int WRITES = 50;

    @TempDir
    Path data = Path.of("unset");

    /** The new journal cannot be created, because a folder with content has its name. */
    @Test
    void writesGoOnWhileTheJournalCannotBeRewritten() throws IOException {
        Path inTheWay = data.resolve("tables.jsonl.new");
        try (Store store = new Store(data.resolve("tables.jsonl"), SOON, PLENTY)) {
            Files.createDirectories(inTheWay.resolve("something"));
            store.create(new TableSchema("abc", new KeyAttribute("id", Type.S), Optional.empty(), Instant.EPOCH));
            for (int write = 0; write < WRITES; write++) {
                put(store, write);
            }
            assertThat(store.compactionFails()).isTrue();
            assertThat(store.journal()).isEqualTo(new JournalSummary(WRITES + 1, 0));
            Files.delete(inTheWay.resolve("something"));
            Files.delete(inTheWay);
            AtomicInteger more = new AtomicInteger(WRITES);
            await().until(() -> {
                put(store, more.getAndIncrement());
                return store.journal().compactions() > 0;
            });
            assertThat(store.compactionFails()).isFalse();
            assertLast(store, more.get() - 1);
        }
        try (Store again = new Store(data.resolve("tables.jsonl"), SOON, PLENTY)) {
            assertThat(again.items("abc")).isEqualTo(1);
            assertThat(again.journal().lines()).isLessThan(WRITES);
        }
    }

    /** One item written again and again: few lines, many bytes. */
    @Test
    void longLinesMakeItDueToo() throws IOException {
        Path file = data.resolve("tables.jsonl");
        try (Store store = new Store(file, SOON_BY_BYTES, PLENTY)) {
            store.create(new TableSchema("abc", new KeyAttribute("id", Type.S), Optional.empty(), Instant.EPOCH));
            for (int write = 0; write < 10 * WRITES; write++) {
                put(store, write);
            }
            assertThat(store.journal().compactions()).isPositive();
            assertThat(Files.size(file)).isLessThan(40_000);
            assertLast(store, 10 * WRITES - 1);
        }
    }

    /** Many items that stay and one that was overwritten: after so many bytes one obsolete line is enough. */
    @Test
    void afterManyBytesOneOldLineIsEnough() throws IOException {
        try (Store store = new Store(data.resolve("tables.jsonl"), SOON_BY_BYTES, PLENTY)) {
            store.create(new TableSchema("abc", new KeyAttribute("id", Type.S), Optional.empty(), Instant.EPOCH));
            for (int item = 0; item < 1000; item++) {
                put(store, "item-" + item, 1);
            }
            assertThat(store.journal().compactions()).as("nothing to leave out").isZero();
            put(store, "item-0", 2);
            assertThat(store.journal()).isEqualTo(new JournalSummary(1001, 1));
        }
    }

    private static void put(Store store, int value) {
        put(store, "one", value);
    }

    private static void put(Store store, String id, int value) {
        Item item = new Item(Map.of("id", new Str(id), "v", new Str("" + value)));
        store.write(new Write("abc", new Write.Put(item), Optional.empty(), Bindings.NONE), decisions -> {});
    }

    private static void assertLast(Store store, int value) {
        String last = store.read("abc", table -> table.all().findFirst().orElseThrow())
                .get("v")
                .map(v -> ((Str) v).value())
                .orElseThrow();
        assertThat(last).isEqualTo("" + value);
    }
}
