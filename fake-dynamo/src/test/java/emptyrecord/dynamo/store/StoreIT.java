package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.UpdateParser;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.IndexSchema.Kind;
import emptyrecord.dynamo.core.table.IndexSchema.Projected;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreIT {

    private static final TableSchema LEASES =
            new TableSchema("leases", new KeyAttribute("id", AttributeValue.Type.S), Optional.empty(), Instant.EPOCH);
    private static final LastCheck NO_CHECK = decisions -> {};
    private static final int WRITERS = 8;
    private static final int WRITES_EACH = 500;

    @TempDir
    Path data = Path.of("unset");

    @Test
    void noWriteIsLostOfThoseThatShareACommit() {
        try (Store store = Writes.bare(data)) {
            store.create(LEASES);
            try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    String id = "d-" + writer;
                    threads.execute(() -> countUp(store, id));
                }
            }
            assertThat(store.items("leases")).isEqualTo(WRITERS);
        }
        try (Store again = Writes.bare(data)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                assertThat(count(again, "d-" + writer)).contains(Numbers.parse(String.valueOf(WRITES_EACH)));
            }
            assertThat(again.describe("leases").items()).isEqualTo(WRITERS);
        }
    }

    /** The same transaction again does nothing, before and after a start. */
    @Test
    void optionsAndTokensSurviveAStart() {
        KeyAttribute owner = new KeyAttribute("o", AttributeValue.Type.S);
        IndexSchema index = new IndexSchema(
                "by-owner", true, owner, Optional.empty(), new Projected(Kind.INCLUDE, Set.of("a.b", "c")));
        TableOptions options =
                new TableOptions(List.of(index), true, Optional.of("end"), Map.of("team", "fabric", "empty", ""));
        ClientToken token = new ClientToken("token", "digest", Instant.EPOCH);
        Item item = new Item(Map.of("id", new Str("d"), "o", new Str("ann")));
        List<Write> writes = List.of(new Write("leases", new Write.Put(item), Optional.empty(), Bindings.NONE));
        long stored;
        try (Store store = Writes.bare(data)) {
            store.create(LEASES);
            assertThat(store.transact(writes, token, decisions -> {})).isPresent();
            store.alter("leases", none -> none.withDeletionProtected(true));
            store.alter("leases", before -> options);
            stored = store.summary().storedBytes();
        }
        try (Store again = Writes.bare(data)) {
            assertThat(again.describe("leases").schema().options()).isEqualTo(options);
            assertThat(again.describe("leases").indexes().getFirst().items()).isEqualTo(1);
            assertThat(again.transact(writes, token, decisions -> {})).isEmpty();
            assertThat(again.summary().storedBytes()).isEqualTo(stored);
            assertThatThrownBy(() -> again.drop("leases")).hasMessageContaining("protected against deletion");
        }
    }

    /** Overwriting needs no more space than the rows that are there, a log, and some checkpoints before the last. */
    @Test
    void theFilesDoNotGrowWithoutEnd() {
        long written = 0;
        try (Store store = Writes.bare(data)) {
            store.create(LEASES);
            for (int write = 0; write < 200; write++) {
                Item item = new Item(Map.of("id", new Str("d-" + write % 3), "text", new Str("x".repeat(100_000))));
                store.write(new Write("leases", new Write.Put(item), Optional.empty(), Bindings.NONE), NO_CHECK);
                written += item.size();
            }
            assertThat(written).isGreaterThan(16L << 20);
            assertThat(store.summary().fileBytes()).isLessThan(8L << 20);
        }
    }

    /** The rows of a dropped table go afterwards, and its name is free at once. */
    @Test
    void aTableUnderAnOldNameIsEmpty() {
        try (Store store = Writes.bare(data)) {
            store.create(LEASES);
            countUp(store, "old");
            store.drop("leases");
            store.create(LEASES);
            assertThat(store.items("leases")).isZero();
            assertThat(count(store, "old")).isEmpty();
            assertThat(store.summary().storedBytes()).isZero();
        }
    }

    private static void countUp(Store store, String id) {
        Bindings one = new Bindings(Map.of(), Map.of(":one", Numbers.parse("1")));
        var add = Optional.of(UpdateParser.parse("ADD n :one").expression());
        for (int write = 0; write < WRITES_EACH; write++) {
            store.write(
                    new Write("leases", new Write.Update(Map.of("id", new Str(id)), add), Optional.empty(), one),
                    NO_CHECK);
        }
    }

    private static Optional<AttributeValue> count(Store store, String id) {
        return store.read(
                "leases",
                table -> table.get(KeyRules.ofKey(LEASES, Map.of("id", new Str(id))))
                        .flatMap(item -> item.get("n")));
    }
}
