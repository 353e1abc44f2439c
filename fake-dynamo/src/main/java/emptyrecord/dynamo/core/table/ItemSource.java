package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.value.Item;
import java.util.Optional;

/** Items by their keys. */
@FunctionalInterface
public interface ItemSource {
    Optional<Item> get(ItemKey key);
}
