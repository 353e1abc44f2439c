package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.TableSchema;
import java.util.List;

/**
 * A table's description and size.
 *
 * @param bytes as DynamoDB counts them
 * @param stored bytes on disk of its items and the entries of its indexes
 * @param indexes size of each secondary index, in the order of the schema
 */
public record TableSummary(TableSchema schema, long items, long bytes, long stored, List<IndexSize> indexes) {

    /** @param bytes as DynamoDB counts the attributes that the index shows */
    public record IndexSize(IndexSchema index, long items, long bytes) {}

    static TableSummary of(Definition table, Figures figures) {
        List<IndexSize> indexes = table.schema().options().indexes().stream()
                .map(index -> {
                    Figures.Entries entries = figures.of(table.numberOf(index));
                    return new IndexSize(index, entries.items(), entries.bytes());
                })
                .toList();
        return new TableSummary(table.schema(), figures.items(), figures.bytes(), figures.stored(), indexes);
    }
}
