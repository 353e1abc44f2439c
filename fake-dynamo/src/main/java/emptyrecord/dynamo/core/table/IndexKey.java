package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.value.AttributeValue;
import java.util.Optional;

/** The place of an item in a secondary index; items with equal index keys are ordered by their own key. */
public record IndexKey(AttributeValue hash, Optional<AttributeValue> range, ItemKey item) {}
