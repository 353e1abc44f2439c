package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import emptyrecord.dynamo.store.disk.RowStore;
import java.nio.ByteBuffer;
import java.time.InstantSource;

/** Creates and drops the rows of tables; each gets a number that none had before. */
final class TableNumbers {

    private final RowStore rows;
    private final InstantSource clock;

    TableNumbers(RowStore rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The caller creates no other table meanwhile. */
    Definition create(TableSchema schema) {
        Draft draft = rows.draft();
        byte[] last = draft.get(RowKeys.LAST_TABLE);
        int number = last == null ? 1 : ByteBuffer.wrap(last).getInt() + 1;
        Definition table = Definition.of(number, StreamSwitch.timed(schema, draft));
        Batch batch = new Batch();
        batch.put(
                RowKeys.LAST_TABLE,
                ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        batch.put(RowKeys.definition(number), table.row());
        batch.put(RowKeys.figures(number), Figures.NONE.row());
        StreamSwitch.open(table, batch);
        draft.submit(batch).await();
        return table;
    }

    /** Its items are leftovers then. The caller holds the table's lock. */
    TableSummary drop(LockedTable table) {
        Draft draft = rows.draft();
        int number = table.definition().number();
        byte[] figures = draft.get(RowKeys.figures(number));
        Batch batch = new Batch();
        batch.remove(RowKeys.definition(number));
        batch.remove(RowKeys.figures(number));
        batch.put(RowKeys.leftover(RowKeys.table(number)), new byte[0]);
        StreamSwitch.close(table.definition(), clock.instant(), batch);
        draft.submit(batch).await();
        return TableSummary.of(table.definition(), figures == null ? Figures.NONE : Figures.of(figures));
    }
}
