package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Sizes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Takes keys out of items and requests, and refuses keys that do not fit the table's schema. */
public final class KeyRules {

    private static final int HASH_MAX = 2048;
    private static final int RANGE_MAX = 1024;

    private KeyRules() {}

    /** The key of a whole item, as PutItem sends it. */
    public static ItemKey ofItem(TableSchema schema, Map<String, AttributeValue> item) {
        for (KeyAttribute key : schema.keyAttributes()) {
            AttributeValue value = item.get(key.name());
            if (value == null) {
                throw Refusal.parameters("Missing the key " + key.name() + " in the item");
            }
            if (value.type() != key.type()) {
                throw Refusal.parameters("Type mismatch for key " + key.name() + " expected: " + key.type()
                        + " actual: " + value.type());
            }
        }
        return key(schema, item);
    }

    /** The key of a request: exactly the key attributes. */
    public static ItemKey ofKey(TableSchema schema, Map<String, AttributeValue> key) {
        boolean fits = key.size() == schema.keyAttributes().size()
                && schema.keyAttributes().stream().allMatch(attribute -> {
                    AttributeValue value = key.get(attribute.name());
                    return value != null && value.type() == attribute.type();
                });
        if (!fits) {
            throw Refusal.validation("The provided key element does not match the schema");
        }
        return key(schema, key);
    }

    /** The key in {@code ExclusiveStartKey}. */
    static ItemKey ofStart(TableSchema schema, Map<String, AttributeValue> key) {
        try {
            return ofKey(schema, key);
        } catch (Refusal e) {
            throw Refusal.validation("The provided starting key is invalid: " + e.getMessage());
        }
    }

    /** The item's key in the {@code ExclusiveStartKey} of an index, which has the keys of both. */
    static ItemKey ofStart(TableSchema table, IndexSchema index, Map<String, AttributeValue> start) {
        Map<String, AttributeValue> own = new HashMap<>(start);
        own.keySet().removeIf(name -> !table.isKey(name));
        boolean others = start.keySet().stream().anyMatch(name -> !table.isKey(name) && !index.isKey(name));
        if (others || !index.holds(new Item(start))) {
            throw Refusal.validation("The provided starting key is invalid");
        }
        return ofStart(table, own);
    }

    /**
     * Refuses an item that an index cannot hold because its key has another type or is empty.
     *
     * @param written whether the write sets this attribute
     */
    static void refuseIndexKeys(TableSchema schema, Item item, Predicate<String> written) {
        for (IndexSchema index : schema.options().indexes()) {
            for (KeyAttribute key : index.keyAttributes()) {
                if (written.test(key.name()) && !schema.isKey(key.name())) {
                    item.get(key.name()).ifPresent(value -> refuseIndexKey(index, key, value));
                }
            }
        }
    }

    private static void refuseIndexKey(IndexSchema index, KeyAttribute key, AttributeValue value) {
        if (value.type() != key.type()) {
            throw Refusal.parameters("Type mismatch for Index Key " + key.name() + " Expected: " + key.type()
                    + " Actual: " + value.type() + " IndexName: " + index.name());
        }
        if (value instanceof Str text && text.value().isEmpty()
                || value instanceof Bin binary && binary.value().length() == 0) {
            throw Refusal.validation("One or more parameter values are not valid. A value specified for a secondary "
                    + "index key is not supported. The AttributeValue for a key attribute cannot contain an empty "
                    + (value instanceof Str ? "string" : "binary") + " value. IndexName: " + index.name()
                    + ", IndexKey: " + key.name());
        }
        int max = key.equals(index.hash()) ? HASH_MAX : RANGE_MAX;
        if (Sizes.of(value) > max) {
            throw Refusal.parameters("Size of " + (max == HASH_MAX ? "hashkey" : "rangekey")
                    + " has exceeded the maximum size limit of" + max + " bytes");
        }
    }

    /** Refuses a condition that compares a key with a value of another type. */
    static void checkType(KeyAttribute key, AttributeValue value) {
        if (value.type() != key.type()) {
            throw Refusal.parameters("Condition parameter type does not match schema type");
        }
    }

    private static ItemKey key(TableSchema schema, Map<String, AttributeValue> attributes) {
        return new ItemKey(
                part(schema.hash(), attributes, HASH_MAX, "hashkey"),
                schema.range().map(range -> part(range, attributes, RANGE_MAX, "rangekey")));
    }

    private static AttributeValue part(KeyAttribute key, Map<String, AttributeValue> attributes, int max, String what) {
        AttributeValue value = attributes.get(key.name());
        if (value == null) {
            throw new IllegalStateException("checked above");
        }
        if (value instanceof Str text && text.value().isEmpty()) {
            throw empty(key, "string");
        }
        if (value instanceof Bin binary && binary.value().length() == 0) {
            throw empty(key, "binary");
        }
        if (Sizes.of(value) > max) {
            throw Refusal.parameters("Size of " + what + " has exceeded the maximum size limit of" + max + " bytes");
        }
        return value;
    }

    private static Refusal empty(KeyAttribute key, String type) {
        return Refusal.validation("One or more parameter values are not valid. The AttributeValue for a key attribute "
                + "cannot contain an empty " + type + " value. Key: " + key.name());
    }
}
