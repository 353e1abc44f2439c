package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Sizes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one secondary index. They refer to the table's items and are not stored: a start makes them anew. Every
 * write changes table and indexes together, so a global index is never behind here; the service's is, for a moment.
 */
public final class SecondaryIndex implements Readable {

    private final TableSchema table;
    private final IndexSchema schema;
    private final Partitions<IndexKey> entries = new Partitions<>(IndexKey.IN_PARTITION);
    private int size;
    private long bytes;

    SecondaryIndex(TableSchema table, IndexSchema schema) {
        this.table = table;
        this.schema = schema;
    }

    public IndexSchema schema() {
        return schema;
    }

    public int size() {
        return size;
    }

    /** Size of all entries as DynamoDB counts it. */
    public long bytes() {
        return bytes;
    }

    /** Follows a change of the item with this key. */
    void follow(ItemKey key, @Nullable Item before, @Nullable Item after) {
        if (before != null && schema.holds(before)) {
            IndexKey old = keyOf(before, key);
            entries.remove(old.hash(), old);
            size--;
            bytes -= sizeOf(before);
        }
        if (after != null && schema.holds(after)) {
            IndexKey now = keyOf(after, key);
            entries.put(now.hash(), now, after);
            size++;
            bytes += sizeOf(after);
        }
    }

    private IndexKey keyOf(Item item, ItemKey key) {
        return new IndexKey(
                item.get(schema.hash().name()).orElseThrow(),
                schema.range().flatMap(range -> item.get(range.name())),
                key);
    }

    @Override
    public KeyAttribute hash() {
        return schema.hash();
    }

    @Override
    public Optional<KeyAttribute> range() {
        return schema.range();
    }

    @Override
    public Stream<Item> partition(AttributeValue hash, boolean forward, Optional<Map<String, AttributeValue>> start) {
        return entries.partition(hash, forward, start.map(this::startOf));
    }

    @Override
    public Stream<Item> after(Optional<Map<String, AttributeValue>> start) {
        return start.map(this::startOf)
                .map(key -> entries.after(key.hash(), key))
                .orElseGet(entries::all);
    }

    private IndexKey startOf(Map<String, AttributeValue> start) {
        return keyOf(new Item(start), KeyRules.ofStart(table, schema, start));
    }

    @Override
    public Item shown(Item stored) {
        if (schema.projected().kind() == IndexSchema.Kind.ALL) {
            return stored;
        }
        Map<String, AttributeValue> kept = new HashMap<>(stored.attributes());
        kept.keySet().removeIf(name -> !schema.shows(name, table));
        return new Item(kept);
    }

    @Override
    public int sizeOf(Item stored) {
        return schema.projected().kind() == IndexSchema.Kind.ALL
                ? stored.size()
                : Sizes.of(stored.attributes(), name -> schema.shows(name, table));
    }

    @Override
    public Map<String, AttributeValue> position(Item stored) {
        Map<String, AttributeValue> key = new HashMap<>(stored.attributes());
        key.keySet().removeIf(name -> !schema.isKey(name) && !table.isKey(name));
        return key;
    }
}
