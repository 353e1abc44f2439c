package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.Table;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A table and its lock; {@link #dropped} is read and written under it. */
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

    ReentrantReadWriteLock lock() {
        return lock;
    }

    boolean dropped() {
        return dropped;
    }

    void drop() {
        dropped = true;
    }
}
