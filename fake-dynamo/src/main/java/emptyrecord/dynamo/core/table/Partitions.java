package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Ordering;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items by hash key, and in each partition by the rest of their key.
 *
 * @param <K> whole keys; {@code order} compares keys of the same partition
 */
final class Partitions<K> {

    private final NavigableMap<AttributeValue, NavigableMap<K, Item>> byHash = new TreeMap<>(Ordering.OF_KEYS);
    private final Comparator<K> order;

    Partitions(Comparator<K> order) {
        this.order = order;
    }

    Optional<Item> get(AttributeValue hash, K key) {
        return Optional.ofNullable(byHash.get(hash)).map(partition -> partition.get(key));
    }

    /** Returns the item that was there. */
    @Nullable
    Item put(AttributeValue hash, K key, Item item) {
        return byHash.computeIfAbsent(hash, any -> new TreeMap<>(order)).put(key, item);
    }

    /** Returns the item that was there. */
    @Nullable
    Item remove(AttributeValue hash, K key) {
        NavigableMap<K, Item> partition = byHash.get(hash);
        if (partition == null) {
            return null;
        }
        Item old = partition.remove(key);
        if (partition.isEmpty()) {
            byHash.remove(hash);
        }
        return old;
    }

    Stream<Item> all() {
        return flat(byHash);
    }

    /** Items in key order, after a key. */
    Stream<Item> after(AttributeValue hash, K key) {
        return Stream.concat(partition(hash, true, Optional.of(key)), flat(byHash.tailMap(hash, false)));
    }

    /** Items of one partition in their order, or against it, after a key if one is given. */
    Stream<Item> partition(AttributeValue hash, boolean forward, Optional<K> start) {
        NavigableMap<K, Item> partition = byHash.get(hash);
        if (partition == null) {
            return Stream.of();
        }
        NavigableMap<K, Item> ordered = forward ? partition : partition.descendingMap();
        return start.map(key -> ordered.tailMap(key, false)).orElse(ordered).values().stream();
    }

    private static <K> Stream<Item> flat(NavigableMap<AttributeValue, NavigableMap<K, Item>> partitions) {
        return partitions.values().stream().map(NavigableMap::values).flatMap(Collection::stream);
    }
}
