package emptyrecord.dynamo.core.value;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item: attributes by name. Immutable by convention: its maker does not keep the map. Its lengths are counted once:
 * limits, capacity, a table's figures and the answer each ask for them.
 */
public final class Item {

    private static final int NOT_COUNTED = -1;

    private final Map<String, AttributeValue> attributes;
    private int size = NOT_COUNTED;
    private long jsonLength = NOT_COUNTED;
    private long heap = NOT_COUNTED;

    public Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    public Optional<AttributeValue> get(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Bytes as DynamoDB counts them for limits and capacity. */
    public int size() {
        int known = size;
        if (known == NOT_COUNTED) {
            known = Sizes.of(attributes);
            size = known;
        }
        return known;
    }

    /** Bytes as the protocol's JSON, see {@link JsonLength}. */
    public long jsonLength() {
        long known = jsonLength;
        if (known == NOT_COUNTED) {
            known = JsonLength.of(attributes);
            jsonLength = known;
        }
        return known;
    }

    /** Bytes of heap, see {@link HeapCost}. */
    public long heap() {
        long known = heap;
        if (known == NOT_COUNTED) {
            known = HeapCost.of(this);
            heap = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item item && attributes.equals(item.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    @Override
    public String toString() {
        return "Item[attributes=" + attributes + "]";
    }
}
