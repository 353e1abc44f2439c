package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A table at one moment, with its secondary indexes, for reading. */
public final class Table implements Readable {

    private final TableSchema schema;
    private final TableContent items;

    public Table(TableSchema schema, TableContent items) {
        this.schema = schema;
        this.items = items;
    }

    public TableSchema schema() {
        return schema;
    }

    public Optional<SecondaryIndex> index(String name) {
        return schema.options().index(name).map(index -> new SecondaryIndex(schema, index, items));
    }

    public Optional<Item> get(ItemKey key) {
        return items.get(key);
    }

    public Stream<Item> all() {
        return items.after(Optional.empty());
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
    public Stream<Item> after(Optional<Map<String, AttributeValue>> start) {
        return items.after(start.map(key -> KeyRules.ofStart(schema, key)));
    }

    @Override
    public Stream<Item> partition(AttributeValue hash, boolean forward, Optional<Map<String, AttributeValue>> start) {
        return items.partition(hash, forward, start.map(key -> KeyRules.ofStart(schema, key)));
    }

    @Override
    public Item shown(Item stored) {
        return stored;
    }

    @Override
    public int sizeOf(Item stored) {
        return stored.size();
    }

    @Override
    public Map<String, AttributeValue> position(Item stored) {
        Map<String, AttributeValue> key = new HashMap<>(stored.attributes());
        key.keySet().removeIf(name -> !schema.isKey(name));
        return key;
    }
}
