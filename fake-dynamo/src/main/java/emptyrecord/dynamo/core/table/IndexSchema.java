package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Sizes;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of a secondary index
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/SecondaryIndexes.html).
 *
 * @param name 3 to 255 letters, digits, {@code _ . -}
 * @param global false: a local one, whose hash key is the table's
 * @param hash the hash key
 * @param range the range key; a local index has one
 */
public record IndexSchema(
        String name, boolean global, KeyAttribute hash, Optional<KeyAttribute> range, Projected projected)
        implements Keyed {

    /** The attributes beside the keys that an index shows. */
    public enum Kind {
        KEYS_ONLY,
        INCLUDE,
        ALL
    }

    /** @param attributes of INCLUDE, empty for the others */
    public record Projected(Kind kind, Set<String> attributes) {}

    public IndexSchema {
        TableSchema.refuseName(name);
    }

    /** Whether the index shows an attribute, keys of the table and of the index included. */
    public boolean shows(String attribute, TableSchema table) {
        return projected.kind() == Kind.ALL
                || isKey(attribute)
                || table.isKey(attribute)
                || projected.attributes().contains(attribute);
    }

    /** An item without one of the index's keys, or with a key of another type, is not in the index. */
    public boolean holds(Item item) {
        return fits(hash, item) && (range.isEmpty() || fits(range.get(), item));
    }

    /** The place of an item that {@link #holds} accepts. */
    public IndexKey keyOf(Item item, ItemKey key) {
        return new IndexKey(item.get(hash.name()).orElseThrow(), range.flatMap(r -> item.get(r.name())), key);
    }

    /** Bytes of the attributes that the index shows, as DynamoDB counts them. */
    public int sizeOf(Item item, TableSchema table) {
        return projected.kind() == Kind.ALL ? item.size() : Sizes.of(item.attributes(), name -> shows(name, table));
    }

    private static boolean fits(KeyAttribute key, Item item) {
        return item.get(key.name()).filter(value -> value.type() == key.type()).isPresent();
    }
}
