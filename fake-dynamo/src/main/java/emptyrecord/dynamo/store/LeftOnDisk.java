package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.TableSchema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tables that do not fit into this process's heap: they stay in the journal, whole, and are refused until the service
 * starts with a larger heap. Without this, a start would fail because of its own data, again and again.
 */
final class LeftOnDisk {

    private final Map<String, TableSchema> tables = new ConcurrentHashMap<>();

    void add(TableSchema schema) {
        tables.put(schema.name(), schema);
    }

    void remove(String table) {
        tables.remove(table);
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    Map<String, TableSchema> all() {
        return Map.copyOf(tables);
    }

    /** Throws if the table is one of these. */
    void refuse(String table) {
        if (has(table)) {
            throw Refusal.validation("Table " + table + " does not fit into this process's heap and was left in the "
                    + "journal, with nothing lost. Start with a larger heap (-Xmx) or dynamo.stored-max, or delete it");
        }
    }
}
