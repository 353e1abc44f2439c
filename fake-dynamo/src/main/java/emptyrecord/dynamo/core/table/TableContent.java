package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The items of a table at one moment, in the order of their hash keys, then of their range keys. Entries of an index are
 * in the order of the index's keys, then of the items' own. A start is where the last page ended; it need not be there.
 */
public interface TableContent extends ItemSource {

    Stream<Item> after(Optional<ItemKey> start);

    Stream<Item> partition(AttributeValue hash, boolean forward, Optional<ItemKey> start);

    /** Items that an index holds. */
    Stream<Item> indexAfter(IndexSchema index, Optional<IndexKey> start);

    Stream<Item> indexPartition(IndexSchema index, AttributeValue hash, boolean forward, Optional<IndexKey> start);
}
