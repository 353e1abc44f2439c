package emptyrecord.dynamo.store;

import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.KeyRange;
import emptyrecord.dynamo.store.disk.Row;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.disk.StoreFailure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of tables and indexes that are gone. A dropped table is gone at once; its rows go afterwards, some at a time, so
 * that no batch is as large as a table. What a process leaves is removed after the next start.
 */
final class Leftovers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    /** Rows that one batch removes; our choice. */
    private static final int PORTION = 200;

    private final RowStore rows;
    private boolean due = true;
    private boolean ended;
    private final Thread sweeper;

    Leftovers(RowStore rows) {
        this.rows = rows;
        adoptUnfinished();
        this.sweeper = Thread.ofVirtual().name("leftovers").start(this::sweep);
    }

    private void adoptUnfinished() {
        Batch batch = new Batch();
        rows.<Boolean>read(snapshot -> {
            snapshot.rows(RowKeys.UNFINISHED, true).forEachRemaining(row -> {
                batch.remove(row.key());
                batch.put(RowKeys.leftover(RowKeys.prefixOf(row.key())), row.value());
            });
            return true;
        });
        rows.draft().submit(batch).await();
    }

    /** There are some now. */
    synchronized void announce() {
        due = true;
        notifyAll();
    }

    private synchronized boolean awaitDue() throws InterruptedException {
        while (!due && !ended) {
            wait();
        }
        due = false;
        return !ended;
    }

    private synchronized boolean ended() {
        return ended;
    }

    private void sweep() {
        try {
            while (awaitDue()) {
                removeAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeAll() {
        try {
            for (Optional<byte[]> next = next(); next.isPresent() && !ended(); next = next()) {
                remove(next.get());
            }
        } catch (StoreFailure e) {
            log.atWarn().setCause(e).log("rows of what was deleted stay until the next start or the next deletion");
        }
    }

    private Optional<byte[]> next() {
        return rows.read(snapshot -> {
            Iterator<Row> all = snapshot.rows(RowKeys.LEFTOVERS, true);
            return all.hasNext() ? Optional.of(all.next().key()) : Optional.empty();
        });
    }

    private void remove(byte[] leftover) {
        KeyRange range = KeyRange.startingWith(RowKeys.prefixOf(leftover));
        List<byte[]> keys = portion(range);
        while (!keys.isEmpty() && !ended()) {
            Batch batch = new Batch();
            keys.forEach(batch::remove);
            rows.draft().submit(batch).await();
            keys = portion(range);
        }
        if (keys.isEmpty()) {
            Batch last = new Batch();
            last.remove(leftover);
            rows.draft().submit(last).await();
        }
    }

    private List<byte[]> portion(KeyRange range) {
        return rows.read(snapshot -> {
            List<byte[]> keys = new ArrayList<>(PORTION);
            Iterator<Row> all = snapshot.rows(range, true);
            while (all.hasNext() && keys.size() < PORTION) {
                keys.add(all.next().key());
            }
            return keys;
        });
    }

    @Override
    public void close() {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        try {
            sweeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
