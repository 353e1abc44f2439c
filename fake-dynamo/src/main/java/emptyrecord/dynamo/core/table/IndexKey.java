package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.value.AttributeValue;
import java.util.Comparator;
import java.util.Optional;

/** The place of an item in a secondary index; items with equal index keys are ordered by their own key. */
record IndexKey(AttributeValue hash, Optional<AttributeValue> range, ItemKey item) {

    /** Of keys of one partition. */
    static final Comparator<IndexKey> IN_PARTITION =
            Comparator.comparing(IndexKey::range, ItemKey.RANGES).thenComparing(IndexKey::item);
}
