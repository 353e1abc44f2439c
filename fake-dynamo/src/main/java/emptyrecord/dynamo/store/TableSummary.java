package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableSchema;

/** A table from outside: what it is and how much it holds. */
public record TableSummary(TableSchema schema, int items, long bytes) {

    static TableSummary of(Table table) {
        return new TableSummary(table.schema(), table.size(), table.bytes());
    }
}
