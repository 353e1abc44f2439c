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
import emptyrecord.kit.journal.CompactionPolicy;
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
    private static final StoreLimits PLENTY = new StoreLimits(1 << 30, 1 << 30, 100);
    private static final LastCheck NO_CHECK = decisions -> {};
    private static final int WRITERS = 8;
    private static final int WRITES_EACH = 500;

    @TempDir
    Path data = Path.of("unset");

    @Test
    void compactionLosesNoWriteThatArrivesMeanwhile() {
        Path file = data.resolve("tables.jsonl");
        try (Store store = new Store(file, new CompactionPolicy(50, 4), PLENTY)) {
            store.create(LEASES);
            try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    String id = "d-" + writer;
                    threads.execute(() -> countUp(store, id));
                }
            }
            assertThat(store.journal().compactions()).isGreaterThan(10);
            assertThat(store.journal().lines()).isLessThan(60);
        }
        try (Store again = new Store(file, new CompactionPolicy(50, 4), PLENTY)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                assertThat(count(again, "d-" + writer)).contains(Numbers.parse(String.valueOf(WRITES_EACH)));
            }
        }
    }

    /** Definitions and tokens are live: a rewritten journal has them, and the same transaction again does nothing. */
    @Test
    void optionsAndTokensSurviveARewrite() {
        Path file = data.resolve("tables.jsonl");
        KeyAttribute owner = new KeyAttribute("o", AttributeValue.Type.S);
        IndexSchema index = new IndexSchema(
                "by-owner", true, owner, Optional.empty(), new Projected(Kind.INCLUDE, Set.of("a.b", "c")));
        TableOptions options =
                new TableOptions(List.of(index), true, Optional.of("end"), Map.of("team", "fabric", "empty", ""));
        ClientToken token = new ClientToken("token", "digest", Instant.EPOCH);
        Item item = new Item(Map.of("id", new Str("d"), "o", new Str("ann")));
        List<Write> writes = List.of(new Write("leases", new Write.Put(item), Optional.empty(), Bindings.NONE));
        long heap;
        try (Store store = new Store(file, CompactionPolicy.ANY_OBSOLETE_LINE, PLENTY)) {
            store.create(LEASES);
            assertThat(store.transact(writes, token)).isPresent();
            store.alter("leases", none -> none.withDeletionProtected(true));
            store.alter("leases", before -> options);
            assertThat(store.journal().compactions()).isPositive();
            heap = store.heapUsed();
        }
        try (Store again = new Store(file, CompactionPolicy.ANY_OBSOLETE_LINE, PLENTY)) {
            assertThat(again.describe("leases").schema().options()).isEqualTo(options);
            assertThat(again.describe("leases").indexes().getFirst().items()).isEqualTo(1);
            assertThat(again.transact(writes, token)).isEmpty();
            assertThat(again.heapUsed()).isEqualTo(heap);
            assertThatThrownBy(() -> again.drop("leases")).hasMessageContaining("protected against deletion");
        }
    }

    @Test
    void anUncompactedJournalOnlyGrowsAndReadsBackTheSame() {
        Path file = data.resolve("tables.jsonl");
        try (Store store = new Store(file, new CompactionPolicy(1_000_000, 4), PLENTY)) {
            store.create(LEASES);
            countUp(store, "d-1");
            assertThat(store.journal()).isEqualTo(new JournalSummary(WRITES_EACH + 1, 0));
        }
        try (Store again = new Store(file, new CompactionPolicy(1_000_000, 4), PLENTY)) {
            assertThat(again.summaries()).hasSize(1);
            assertThat(count(again, "d-1")).contains(Numbers.parse(String.valueOf(WRITES_EACH)));
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
