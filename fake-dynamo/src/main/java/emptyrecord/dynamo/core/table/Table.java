package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table's items and its secondary indexes. It has no lock: its owner holds one. */
public final class Table implements Readable {

    private final Partitions<ItemKey> items = new Partitions<>(Comparator.comparing(ItemKey::range, ItemKey.RANGES));
    private TableSchema schema;
    private List<SecondaryIndex> indexes;
    private int size;
    private long bytes;
    private long heap;

    public Table(TableSchema schema) {
        this.schema = schema;
        this.heap = schema.options().heap();
        this.indexes = schema.options().indexes().stream()
                .map(index -> new SecondaryIndex(schema, index))
                .toList();
    }

    public TableSchema schema() {
        return schema;
    }

    /** Changes the options; a new index is filled with the table's items. */
    public void alter(TableSchema changed) {
        List<SecondaryIndex> after = new ArrayList<>();
        for (IndexSchema wanted : changed.options().indexes()) {
            after.add(indexes.stream()
                    .filter(index -> index.schema().equals(wanted))
                    .findFirst()
                    .orElseGet(() -> filled(changed, wanted)));
        }
        heap = heapAfter(changed);
        schema = changed;
        indexes = List.copyOf(after);
    }

    private SecondaryIndex filled(TableSchema changed, IndexSchema wanted) {
        SecondaryIndex index = new SecondaryIndex(changed, wanted);
        all().forEach(item -> index.follow(KeyRules.ofItem(schema, item.attributes()), null, item));
        return index;
    }

    /** The heap in bytes that the table would take with other options. */
    public long heapAfter(TableSchema changed) {
        long items = changed.options().indexes().equals(schema.options().indexes())
                ? heap - schema.options().heap()
                : all().mapToLong(changed::heapOf).sum();
        return items + changed.options().heap();
    }

    public List<SecondaryIndex> indexes() {
        return indexes;
    }

    public Optional<SecondaryIndex> index(String name) {
        return indexes.stream()
                .filter(index -> index.schema().name().equals(name))
                .findFirst();
    }

    public int size() {
        return size;
    }

    /** Size of all items as DynamoDB counts it. */
    public long bytes() {
        return bytes;
    }

    /** The heap of all items, the entries of the indexes and the options, in bytes; see {@link TableSchema#heapOf}. */
    public long heap() {
        return heap;
    }

    public Optional<Item> get(ItemKey key) {
        return items.get(key.hash(), key);
    }

    public void put(ItemKey key, Item item) {
        follow(key, items.put(key.hash(), key, item), item);
    }

    public void remove(ItemKey key) {
        follow(key, items.remove(key.hash(), key), null);
    }

    private void follow(ItemKey key, @Nullable Item before, @Nullable Item after) {
        if (before != null) {
            size--;
            bytes -= before.size();
            heap -= schema.heapOf(before);
        }
        if (after != null) {
            size++;
            bytes += after.size();
            heap += schema.heapOf(after);
        }
        for (SecondaryIndex index : indexes) {
            index.follow(key, before, after);
        }
    }

    public Stream<Item> all() {
        return items.all();
    }

    /** Items with the same hash key, together with the entries of local indexes the item collection. */
    public Stream<Item> collection(AttributeValue hash) {
        return items.partition(hash, true, Optional.empty());
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
        return start.map(key -> KeyRules.ofStart(schema, key))
                .map(key -> items.after(key.hash(), key))
                .orElseGet(items::all);
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
