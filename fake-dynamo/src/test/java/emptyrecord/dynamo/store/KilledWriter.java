package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that writes until it is killed and prints each count once it was acknowledged. Its items are long, so a kill
 * often hits the middle of a commit, and the space of old rows is used again soon.
 */
final class KilledWriter {

    static final String TABLE = "counts";
    static final int KEYS = 4;

    private KilledWriter() {}

    public static void main(String[] args) {
        try (Store store = Writes.bare(Path.of(args[0]))) {
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

    /** Long enough that a commit has several writes. */
    private static Write put(String id, int count) {
        Item item = new Item(Map.of("id", new Str(id), "n", new Str("" + count), "text", new Str("x".repeat(40_000))));
        return new Write(TABLE, new Write.Put(item), Optional.empty(), Bindings.NONE);
    }
}
