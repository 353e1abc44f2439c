package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.Map;

/** One change of the store's state, as an older version kept it in its journal. */
sealed interface Change {

    record Created(TableSchema schema) implements Change {}

    /** The options of a table changed. */
    record Altered(TableSchema schema) implements Change {}

    record Dropped(String table) implements Change {}

    /** A transaction was done for this token. */
    record Remembered(ClientToken token) implements Change {}

    /** A change of one item. */
    sealed interface OfItem extends Change {
        String table();
    }

    record Stored(String table, Item item) implements OfItem {}

    /** @param key the key attributes of the item that is gone */
    record Removed(String table, Map<String, AttributeValue> key) implements OfItem {}
}
