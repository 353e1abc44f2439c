package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.UpdateParser;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.kit.journal.CompactionPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oversized data is refused in time, and a start never fails because of its own data. */
class StoreLimitsIT {

    private static final CompactionPolicy RARELY = new CompactionPolicy(1_000_000, 4);
    private static final StoreLimits SMALL = new StoreLimits(100_000, 150_000, 3);
    private static final StoreLimits LARGE = new StoreLimits(10_000_000, 10_000_000, 3);
    private static final int TEXT = 10_000;

    @TempDir
    Path data = Path.of("unset");

    @Test
    void aFullStoreRefusesWhatGrowsAndAcceptsWhatMakesRoom() {
        try (Store store = store(SMALL)) {
            store.create(schema("full"));
            int held = fill(store, "full");
            assertThat(store.heapUsed()).isBetween(80_000L, 100_000L);
            assertRefusedAsFull(() -> put(store, "full", "more", TEXT));
            assertThat(store.items("full")).isEqualTo(held);
            put(store, "full", "i-0", TEXT / 2);
            put(store, "full", "i-1", TEXT / 2);
            put(store, "full", "more", TEXT / 2);
            store.write(
                    new Write("full", new Write.Delete(key("i-2")), Optional.empty(), Bindings.NONE), decisions -> {});
            put(store, "full", "again", TEXT);
            store.drop("full");
            assertThat(store.heapUsed()).isZero();
        }
    }

    @Test
    void aTransactionThatDoesNotFitLeavesNothingBehind() {
        try (Store store = store(SMALL)) {
            store.create(schema("both"));
            List<Write> writes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                writes.add(putOf("both", "t-" + i, TEXT));
            }
            assertRefusedAsFull(() -> store.transact(writes, decisions -> {}));
            assertThat(store.items("both")).isZero();
            assertThat(store.heapUsed()).isZero();
            assertThat(store.journal().lines()).isEqualTo(1);
        }
    }

    /** All changes are one line, whose length cannot be told from the requests. */
    @Test
    void aTransactionOverManyLargeItemsIsRefused() {
        try (Store store = store(LARGE)) {
            store.create(schema("long"));
            List<Write> touches = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                put(store, "long", "l-" + i, 390_000);
                touches.add(new Write(
                        "long",
                        new Write.Update(
                                key("l-" + i),
                                Optional.of(UpdateParser.parse("SET n = :n").expression())),
                        Optional.empty(),
                        new Bindings(Map.of(), Map.of(":n", new Str("1")))));
            }
            assertThatThrownBy(() -> store.transact(touches, decisions -> {}))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("limit of this region");
            assertThat(store.transact(touches.subList(0, 2), decisions -> {})).hasSize(2);
        }
    }

    @Test
    void whatTheCallerRefusesIsNotCommitted() {
        try (Store store = store(SMALL)) {
            store.create(schema("last"));
            assertThatThrownBy(() -> store.write(putOf("last", "x", 10), decisions -> {
                        throw new Refusal(ErrorCode.THROTTLING, "no room for the answer");
                    }))
                    .isInstanceOf(Refusal.class);
            assertThat(store.items("last")).isZero();
            assertThat(store.journal().lines()).isEqualTo(1);
        }
    }

    @Test
    void tablesAreBoundedToo() {
        try (Store store = store(SMALL)) {
            List.of("one", "two", "three").forEach(name -> store.create(schema(name)));
            assertThatThrownBy(() -> store.create(schema("four")))
                    .isInstanceOfSatisfying(
                            Refusal.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
            store.drop("two");
            store.create(schema("four"));
        }
    }

    @Test
    void aTableThatDoesNotFitStaysOnDiskAndTheOthersAreServed() {
        try (Store large = store(LARGE)) {
            large.create(schema("large"));
            large.create(schema("small"));
            for (int i = 0; i < 40; i++) {
                put(large, "large", "i-" + i, TEXT);
            }
            put(large, "small", "kept", TEXT);
        }
        try (Store small = new Store(file(), new CompactionPolicy(10, 1.5), SMALL)) {
            assertThat(small.names()).containsExactly("large", "small");
            assertThat(small.describe("large").loaded()).isFalse();
            assertThatThrownBy(() -> put(small, "large", "i-0", 1)).hasMessageContaining("does not fit");
            assertThatThrownBy(() -> small.create(schema("large"))).hasMessageContaining("already exists");
            for (int i = 0; i < 100; i++) {
                put(small, "small", "kept", i);
            }
            assertThat(small.journal().compactions()).isZero();
        }
        try (Store large = store(LARGE)) {
            assertThat(large.items("large")).isEqualTo(40);
            assertThat(large.items("small")).isEqualTo(1);
        }
    }

    @Test
    void aTableOnDiskCanBeDropped() {
        try (Store large = store(LARGE)) {
            large.create(schema("large"));
            for (int i = 0; i < 40; i++) {
                put(large, "large", "i-" + i, TEXT);
            }
        }
        try (Store small = store(SMALL)) {
            assertThat(small.drop("large").loaded()).isFalse();
            small.create(schema("large"));
            put(small, "large", "new", TEXT);
        }
        try (Store again = store(SMALL)) {
            assertThat(again.items("large")).isEqualTo(1);
        }
    }

    private static int fill(Store store, String table) {
        for (int i = 0; ; i++) {
            try {
                put(store, table, "i-" + i, TEXT);
            } catch (Refusal e) {
                return i;
            }
        }
    }

    private static void assertRefusedAsFull(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COLLECTION_FULL))
                .hasMessageContaining("100000 bytes");
    }

    private Store store(StoreLimits limits) {
        return new Store(file(), RARELY, limits);
    }

    private Path file() {
        return data.resolve("tables.jsonl");
    }

    private static void put(Store store, String table, String id, int length) {
        store.write(putOf(table, id, length), decisions -> {});
    }

    private static Write putOf(String table, String id, int length) {
        Item item = new Item(Map.of("id", new Str(id), "text", new Str("y".repeat(length))));
        return new Write(table, new Write.Put(item), Optional.empty(), Bindings.NONE);
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", new Str(id));
    }

    private static TableSchema schema(String name) {
        return new TableSchema(name, new KeyAttribute("id", AttributeValue.Type.S), Optional.empty(), Instant.EPOCH);
    }
}
