package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.store.Store;

/** The key of the item that a write changes, checked against its table's schema before anything is done. */
final class Keys {

    private Keys() {}

    static ItemKey of(Store store, Write write) {
        TableSchema schema = store.read(write.table(), t -> t.schema());
        return switch (write.action()) {
            case Write.Put put -> KeyRules.ofItem(schema, put.item().attributes());
            case Write.Update update -> KeyRules.ofKey(schema, update.key());
            case Write.Delete delete -> KeyRules.ofKey(schema, delete.key());
            case Write.Check check -> KeyRules.ofKey(schema, check.key());
        };
    }
}
