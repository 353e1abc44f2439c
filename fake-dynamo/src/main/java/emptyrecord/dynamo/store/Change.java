package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.Map;

/** One change of the store's state, as it is kept on disk. */
sealed interface Change {

    String table();

    record Created(TableSchema schema) implements Change {
        @Override
        public String table() {
            return schema.name();
        }
    }

    record Dropped(String table) implements Change {}

    record Stored(String table, Item item) implements Change {}

    /** @param key the key attributes of the item that is gone */
    record Removed(String table, Map<String, AttributeValue> key) implements Change {}
}
