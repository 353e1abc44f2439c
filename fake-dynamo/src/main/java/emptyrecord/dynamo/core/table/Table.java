package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.HeapCost;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Ordering;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table's items: partitions by hash key, in each the items by range key. It has no lock: its owner holds one. */
public final class Table {

    private static final Comparator<ItemKey> BY_RANGE = Comparator.comparing(
            ItemKey::range, (a, b) -> a.isEmpty() ? 0 : Ordering.OF_KEYS.compare(a.get(), b.orElseThrow()));

    private final TableSchema schema;
    private final NavigableMap<AttributeValue, NavigableMap<ItemKey, Item>> partitions =
            new TreeMap<>(Ordering.OF_KEYS);
    private int size;
    private long bytes;
    private long heap;

    public Table(TableSchema schema) {
        this.schema = schema;
    }

    public TableSchema schema() {
        return schema;
    }

    public int size() {
        return size;
    }

    /** Size of all items as DynamoDB counts it. */
    public long bytes() {
        return bytes;
    }

    /** The heap that all items take, in bytes; see {@link HeapCost}. */
    public long heap() {
        return heap;
    }

    public Optional<Item> get(ItemKey key) {
        return Optional.ofNullable(partitions.get(key.hash())).map(partition -> partition.get(key));
    }

    public void put(ItemKey key, Item item) {
        Item old = partitions
                .computeIfAbsent(key.hash(), hash -> new TreeMap<>(BY_RANGE))
                .put(key, item);
        size += old == null ? 1 : 0;
        bytes += item.size() - sizeOf(old);
        heap += HeapCost.of(item) - heapOf(old);
    }

    public void remove(ItemKey key) {
        NavigableMap<ItemKey, Item> partition = partitions.get(key.hash());
        Item old = partition == null ? null : partition.remove(key);
        if (partition != null && partition.isEmpty()) {
            partitions.remove(key.hash());
        }
        size -= old == null ? 0 : 1;
        bytes -= sizeOf(old);
        heap -= heapOf(old);
    }

    public Stream<Item> all() {
        return partitions.values().stream().map(NavigableMap::values).flatMap(Collection::stream);
    }

    /** Items in key order, after a key if one is given. */
    Stream<Item> after(Optional<ItemKey> start) {
        if (start.isEmpty()) {
            return all();
        }
        AttributeValue hash = start.get().hash();
        return Stream.concat(
                partition(hash, true, start),
                partitions.tailMap(hash, false).values().stream()
                        .map(NavigableMap::values)
                        .flatMap(Collection::stream));
    }

    /** Items of one partition in the order of their range keys, or against it, after a key if one is given. */
    Stream<Item> partition(AttributeValue hash, boolean forward, Optional<ItemKey> start) {
        NavigableMap<ItemKey, Item> partition = partitions.get(hash);
        if (partition == null) {
            return Stream.of();
        }
        NavigableMap<ItemKey, Item> ordered = forward ? partition : partition.descendingMap();
        return start.map(key -> ordered.tailMap(key, false)).orElse(ordered).values().stream();
    }

    private static long heapOf(@Nullable Item item) {
        return item == null ? 0 : HeapCost.of(item);
    }

    private static int sizeOf(@Nullable Item item) {
        return item == null ? 0 : item.size();
    }
}
