package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.kit.journal.CompactionPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that writes until it is killed and prints each count once it was acknowledged. Every few lines the journal is
 * rewritten, so a kill hits a compaction about as often as a write.
 */
final class KilledWriter {

    static final String TABLE = "counts";
    static final int KEYS = 4;
    static final CompactionPolicy ALL_THE_TIME = new CompactionPolicy(0, 1.5);
    static final StoreLimits PLENTY = new StoreLimits(1 << 24, 1 << 24, 10);

    private KilledWriter() {}

    public static void main(String[] args) {
        try (Store store = new Store(Path.of(args[0]), ALL_THE_TIME, PLENTY)) {
            if (store.names().isEmpty()) {
                store.create(new TableSchema(TABLE, new KeyAttribute("id", Type.S), Optional.empty(), Instant.EPOCH));
            }
            int first = Integer.parseInt(args[1]);
            for (int count = first; ; count++) {
                store.transact(List.of(put("single-" + count % KEYS, count), put("last", count)), decisions -> {});
                System.out.println(count);
                System.out.flush();
            }
        }
    }

    /** Long enough that a compaction has several steps. */
    private static Write put(String id, int count) {
        Item item = new Item(Map.of("id", new Str(id), "n", new Str("" + count), "text", new Str("x".repeat(40_000))));
        return new Write(TABLE, new Write.Put(item), Optional.empty(), Bindings.NONE);
    }
}
