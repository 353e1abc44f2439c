package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A secondary index of a table at one moment. Every write changes table and indexes together, so a global index is never
 * behind here; the service's is, for a moment.
 */
public final class SecondaryIndex implements Readable {

    private final TableSchema table;
    private final IndexSchema schema;
    private final TableContent items;

    SecondaryIndex(TableSchema table, IndexSchema schema, TableContent items) {
        this.table = table;
        this.schema = schema;
        this.items = items;
    }

    public IndexSchema schema() {
        return schema;
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
        return items.indexPartition(schema, hash, forward, start.map(this::startOf));
    }

    @Override
    public Stream<Item> after(Optional<Map<String, AttributeValue>> start) {
        return items.indexAfter(schema, start.map(this::startOf));
    }

    private IndexKey startOf(Map<String, AttributeValue> start) {
        return schema.keyOf(new Item(start), KeyRules.ofStart(table, schema, start));
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
        return schema.sizeOf(stored, table);
    }

    @Override
    public Map<String, AttributeValue> position(Item stored) {
        Map<String, AttributeValue> key = new HashMap<>(stored.attributes());
        key.keySet().removeIf(name -> !schema.isKey(name) && !table.isKey(name));
        return key;
    }
}
