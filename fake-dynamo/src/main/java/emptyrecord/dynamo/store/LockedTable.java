package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Table;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** A table and its lock; whether it was dropped is read and written under the lock. */
final class LockedTable {

    private final Table table;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean dropped;

    LockedTable(Table table) {
        this.table = table;
    }

    Table table() {
        return table;
    }

    /** Runs {@code reader} while no writer changes the table. */
    <R> R read(Function<Table, R> reader) {
        return Locks.under(lock.readLock(), () -> reader.apply(table));
    }

    Lock readLock() {
        return lock.readLock();
    }

    Lock writeLock() {
        return lock.writeLock();
    }

    /** A writer may have waited for the lock while the table was dropped. */
    void refuseIfDropped() {
        if (dropped) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found");
        }
    }

    void drop() {
        dropped = true;
    }
}
