package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.store.disk.Snapshot;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A table and the lock of its writers, who hold it while they decide and hand over, not while they wait for the disk.
 * Readers need no lock: they have a snapshot.
 */
final class LockedTable {

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Known known;
    private volatile boolean dropped;

    /** A definition and its row, which tells whether a snapshot has this one or another. */
    private record Known(Definition definition, byte[] row) {}

    LockedTable(Definition definition) {
        this.known = new Known(definition, definition.row());
    }

    /** The newest one that survives. */
    Definition definition() {
        return known.definition;
    }

    /** The caller holds the lock. */
    void become(Definition after) {
        known = new Known(after, after.row());
    }

    /** The table as a snapshot has it. */
    Table in(Snapshot rows) {
        Definition then = definitionIn(rows);
        return new Table(then.schema(), new StoredItems(rows, then));
    }

    Definition definitionIn(Snapshot rows) {
        Known newest = known;
        byte[] row = rows.get(RowKeys.definition(newest.definition.number()));
        if (row == null) {
            throw gone();
        }
        return Arrays.equals(row, newest.row) ? newest.definition : Definition.of(row);
    }

    private static Refusal gone() {
        return new Refusal(ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found");
    }

    ReentrantLock lock() {
        return lock;
    }

    /** A writer may have waited for the lock while the table was dropped. */
    void refuseIfDropped() {
        if (dropped) {
            throw gone();
        }
    }

    void drop() {
        dropped = true;
    }
}
