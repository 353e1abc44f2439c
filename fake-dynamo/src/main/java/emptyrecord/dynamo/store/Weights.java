package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.store.disk.Snapshot;
import java.util.List;

/** The heap that requests will take, known from the rows before an item is read. */
final class Weights {

    /** Copies of an item's JSON that exist while an update makes another of it: the row, the new one and a buffer. */
    private static final int COPIES = 3;

    /** Copies of both images in a stream's record: in a buffer, and as its row. */
    private static final int STREAMED = 4;

    private final Snapshot rows;
    private final Tables tables;

    Weights(Snapshot rows, Tables tables) {
        this.rows = rows;
        this.tables = tables;
    }

    long of(List<Write> writes) {
        long bytes = 0;
        for (Write write : writes) {
            LockedTable table = tables.find(write.table(), Transaction.NO_SUCH_TABLE);
            bytes += of(table, write.action());
        }
        return bytes;
    }

    private long of(LockedTable table, Write.Action action) {
        TableSchema schema = table.definition().schema();
        int streamed = schema.options().openStream().isPresent() ? STREAMED : 0;
        return switch (action) {
            case Write.Update update -> {
                byte[] row = row(rows, table, KeyRules.ofKey(schema, update.key()));
                yield row.length == 0 ? 0 : ItemRow.heap(row) + (long) (COPIES + streamed) * row.length;
            }
            case Write.Put put ->
                replaced(row(rows, table, KeyRules.ofItem(schema, put.item().attributes())), streamed);
            case Write.Delete delete -> replaced(row(rows, table, KeyRules.ofKey(schema, delete.key())), streamed);
            case Write.Check check -> heap(rows, table, KeyRules.ofKey(schema, check.key()));
        };
    }

    private static long replaced(byte[] row, int streamed) {
        return row.length == 0 ? 0 : ItemRow.heap(row) + (long) streamed * row.length;
    }

    static long heap(Snapshot rows, LockedTable table, ItemKey key) {
        byte[] row = row(rows, table, key);
        return row.length == 0 ? 0 : ItemRow.heap(row);
    }

    private static byte[] row(Snapshot rows, LockedTable table, ItemKey key) {
        byte[] row = rows.get(RowKeys.item(RowKeys.items(table.definition().number()), key));
        return row == null ? new byte[0] : row;
    }
}
