package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableSchema;

/**
 * A table's description and size.
 *
 * @param bytes as DynamoDB counts them
 * @param heap bytes of heap for its items
 * @param loaded false if it was left on disk because it does not fit into the heap; its items are not counted then
 */
public record TableSummary(TableSchema schema, int items, long bytes, long heap, boolean loaded) {

    static TableSummary of(Table table) {
        return new TableSummary(table.schema(), table.size(), table.bytes(), table.heap(), true);
    }

    static TableSummary leftOnDisk(TableSchema schema) {
        return new TableSummary(schema, 0, 0, 0, false);
    }
}
