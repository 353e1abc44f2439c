package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The target of a Query or Scan: a table or a secondary index. */
public interface Readable extends Keyed {

    /**
     * Items of one partition in the order of their range keys, or against it.
     *
     * @param start an {@code ExclusiveStartKey}
     */
    Stream<Item> partition(AttributeValue hash, boolean forward, Optional<Map<String, AttributeValue>> start);

    /** Items in key order, after an {@code ExclusiveStartKey} if one is given. */
    Stream<Item> after(Optional<Map<String, AttributeValue>> start);

    /** The attributes of a stored item that this target has. */
    Item shown(Item stored);

    /** Bytes of {@link #shown}, as DynamoDB counts them. */
    int sizeOf(Item stored);

    /** The {@code LastEvaluatedKey} of a page that ends with this item. */
    Map<String, AttributeValue> position(Item stored);
}
