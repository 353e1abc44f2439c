package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.disk.Snapshot;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Another definition of a table. New indexes are filled with the items of the table, a portion at a time, and become
 * visible with the definition, in one batch; a start after a crash removes what is unfinished. The caller holds the table's lock all the time.
 */
final class Alteration {

    /** Bytes of a portion, rather too few; our choice. */
    private static final int PORTION = 256 << 10;

    private final RowStore rows;
    private final LockedTable table;
    private final Definition before;
    private final Definition after;
    private Batch batch = new Batch();

    Alteration(RowStore rows, LockedTable table, Definition after) {
        this.rows = rows;
        this.table = table;
        this.before = table.definition();
        this.after = after;
    }

    /**
     * Carries it out; what is stored grows before it becomes visible, which may refuse it.
     *
     * @param now incident time
     */
    void run(Bound stored, Instant now) {
        List<IndexSchema> fresh = after.schema().options().indexes().stream()
                .filter(index -> after.numberOf(index) > before.lastIndex())
                .toList();
        if (!fresh.isEmpty()) {
            announce(fresh);
        }
        Draft draft = rows.draft();
        TableChanges changes = new TableChanges(after, draft, batch);
        if (!fresh.isEmpty()) {
            rows.<Boolean>read(snapshot -> fill(snapshot, fresh, changes));
        }
        for (int number : before.indexes()) {
            if (!after.indexes().contains(number)) {
                changes.drop(number);
                batch.put(leftover(number), new byte[0]);
            }
        }
        fresh.forEach(index -> batch.remove(unfinished(index)));
        batch.put(RowKeys.definition(after.number()), after.row());
        StreamSwitch.turn(before, after, now, batch);
        changes.end();
        submit(draft, stored, changes.growth());
        table.become(after);
    }

    private void submit(Draft draft, Bound stored, long growth) {
        stored.take(growth);
        try {
            draft.submit(batch).await();
        } catch (RuntimeException e) {
            stored.add(-growth);
            throw e;
        }
    }

    private byte[] leftover(int index) {
        return RowKeys.leftover(RowKeys.entries(after.number(), index));
    }

    private byte[] unfinished(IndexSchema index) {
        return RowKeys.unfinished(RowKeys.entries(after.number(), after.numberOf(index)));
    }

    /** Takes the numbers of the new indexes. Writes of the table before this one are in the snapshot afterwards. */
    private void announce(List<IndexSchema> fresh) {
        Definition taken = new Definition(before.number(), before.schema(), before.indexes(), after.lastIndex());
        Batch marks = new Batch();
        marks.put(RowKeys.definition(before.number()), taken.row());
        fresh.forEach(index -> marks.put(unfinished(index), new byte[0]));
        rows.draft().submit(marks).await();
        table.become(taken);
    }

    private boolean fill(Snapshot snapshot, List<IndexSchema> fresh, TableChanges changes) {
        Iterator<Item> items =
                new StoredItems(snapshot, before).after(Optional.empty()).iterator();
        while (items.hasNext()) {
            Item item = items.next();
            fresh.stream()
                    .filter(index -> index.holds(item))
                    .forEach(index -> changes.enter(index, KeyRules.ofItem(after.schema(), item.attributes()), item));
            if (batch.bytes() > PORTION) {
                rows.draft().submit(batch).await();
                batch = new Batch();
                changes.continueIn(batch);
            }
        }
        return true;
    }
}
