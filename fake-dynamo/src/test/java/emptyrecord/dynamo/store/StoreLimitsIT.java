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
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oversized data is refused in time, and a start never fails because of its own data. */
class StoreLimitsIT {

    private static final StoreLimits SMALL = new StoreLimits(100_000, 20_000, 3);
    private static final StoreLimits LARGE = new StoreLimits(10_000_000, 20_000, 3);
    private static final int TEXT = 10_000;

    @TempDir
    Path data = Path.of("unset");

    @Test
    void aFullStoreRefusesWhatGrowsAndAcceptsWhatMakesRoom() {
        try (Store store = store(SMALL)) {
            store.create(schema("full"));
            int held = fill(store, "full");
            assertThat(store.summary().storedBytes()).isBetween(80_000L, 100_000L);
            assertRefusedAsFull(() -> put(store, "full", "more", TEXT));
            assertThat(store.items("full")).isEqualTo(held);
            put(store, "full", "i-0", TEXT / 2);
            put(store, "full", "i-1", TEXT / 2);
            put(store, "full", "more", TEXT / 2);
            store.write(
                    new Write("full", new Write.Delete(key("i-2")), Optional.empty(), Bindings.NONE), decisions -> {});
            put(store, "full", "again", TEXT);
            store.drop("full");
            assertThat(store.summary().storedBytes()).isZero();
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
            assertThat(store.summary().storedBytes()).isZero();
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

    /** Their names and attributes are in memory. */
    @Test
    void definitionsAreBounded() {
        try (Store store = store(SMALL)) {
            store.create(schema("tagged"));
            Map<String, String> tags = new TreeMap<>();
            for (int tag = 0; tag < 100; tag++) {
                tags.put("tag-" + tag, "y".repeat(100));
            }
            assertThatThrownBy(() -> store.alter("tagged", options -> options.withTags(tags)))
                    .isInstanceOfSatisfying(
                            Refusal.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COLLECTION_FULL));
            store.alter("tagged", options -> options.withTags(Map.of("one", "tag")));
        }
    }

    @Test
    void itsOwnDataNeverStopsAStart() {
        try (Store large = store(LARGE)) {
            large.create(schema("large"));
            for (int i = 0; i < 40; i++) {
                put(large, "large", "i-" + i, TEXT);
            }
        }
        try (Store small = store(SMALL)) {
            assertThat(small.items("large")).isEqualTo(40);
            assertRefusedAsFull(() -> put(small, "large", "more", TEXT));
            put(small, "large", "i-0", 1);
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
        return Writes.bare(data, limits);
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
