package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableSchema;
import java.util.List;

/**
 * A table's description and size.
 *
 * @param bytes as DynamoDB counts them
 * @param heap bytes of heap for its items
 * @param indexes size of each secondary index, in the order of the schema
 * @param loaded false if it was left on disk because it does not fit into the heap; its items are not counted then
 */
public record TableSummary(
        TableSchema schema, int items, long bytes, long heap, List<IndexSize> indexes, boolean loaded) {

    /** @param bytes as DynamoDB counts the attributes that the index shows */
    public record IndexSize(IndexSchema index, int items, long bytes) {}

    static TableSummary of(Table table) {
        List<IndexSize> indexes = table.indexes().stream()
                .map(index -> new IndexSize(index.schema(), index.size(), index.bytes()))
                .toList();
        return new TableSummary(table.schema(), table.size(), table.bytes(), table.heap(), indexes, true);
    }

    static TableSummary leftOnDisk(TableSchema schema) {
        List<IndexSize> indexes = schema.options().indexes().stream()
                .map(index -> new IndexSize(index, 0, 0))
                .toList();
        return new TableSummary(schema, 0, 0, 0, indexes, false);
    }
}
