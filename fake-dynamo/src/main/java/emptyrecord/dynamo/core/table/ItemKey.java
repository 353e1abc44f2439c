package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Ordering;
import java.util.Optional;

/** The key of an item; keys of one table are ordered by hash key, then by range key. */
public record ItemKey(AttributeValue hash, Optional<AttributeValue> range) implements Comparable<ItemKey> {

    @Override
    public int compareTo(ItemKey other) {
        int byHash = Ordering.OF_KEYS.compare(hash, other.hash);
        return byHash != 0 || range.isEmpty()
                ? byHash
                : Ordering.OF_KEYS.compare(range.get(), other.range.orElseThrow());
    }
}
