package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import java.util.Arrays;
import java.util.Optional;

/**
 * Changes of a table's items as changes of rows: the items, the entries of its indexes and its figures, which go into one
 * batch. The caller holds the table's lock.
 */
final class TableChanges {

    private final Definition table;
    private final byte[] items;
    private final long before;
    private Figures figures;
    private Batch batch;

    TableChanges(Definition table, Draft draft, Batch batch) {
        this.table = table;
        this.batch = batch;
        this.items = RowKeys.items(table.number());
        byte[] row = draft.get(RowKeys.figures(table.number()));
        this.figures = row == null ? Figures.NONE : Figures.of(row);
        this.before = figures.stored();
    }

    /** Bytes that the changes so far add to what is stored. */
    long growth() {
        return figures.stored() - before;
    }

    /** The next changes go into another batch. */
    void continueIn(Batch next) {
        batch = next;
    }

    /** An item becomes another, comes or goes. */
    void change(ItemKey key, Optional<Item> old, Optional<Item> now) {
        byte[] row = RowKeys.item(items, key);
        old.ifPresent(item -> figures = figures.plus(-1, -item.size(), -(row.length + ItemRow.length(item))));
        if (now.isPresent()) {
            byte[] value = ItemRow.of(now.get());
            batch.put(row, value);
            figures = figures.plus(1, now.get().size(), row.length + value.length);
        } else {
            batch.remove(row);
        }
        for (IndexSchema index : table.schema().options().indexes()) {
            change(index, key, old.filter(index::holds), now.filter(index::holds));
        }
    }

    /** An entry says where the item is, so it stays as it is while the item's key in the index does. */
    private void change(IndexSchema index, ItemKey key, Optional<Item> old, Optional<Item> now) {
        if (old.isPresent()
                && now.isPresent()
                && Arrays.equals(entry(index, key, old.get()), entry(index, key, now.get()))) {
            int growth = index.sizeOf(now.get(), table.schema()) - index.sizeOf(old.get(), table.schema());
            figures = figures.plus(table.numberOf(index), new Figures.Entries(0, growth, 0));
            return;
        }
        old.ifPresent(item -> leave(index, key, item));
        now.ifPresent(item -> enter(index, key, item));
    }

    private void leave(IndexSchema index, ItemKey key, Item item) {
        byte[] entry = entry(index, key, item);
        batch.remove(entry);
        long rows = entry.length + RowKeys.item(items, key).length;
        figures = figures.plus(
                table.numberOf(index), new Figures.Entries(-1, -index.sizeOf(item, table.schema()), -rows));
    }

    /** The item comes into an index, or it was there before the index was. */
    void enter(IndexSchema index, ItemKey key, Item item) {
        byte[] entry = entry(index, key, item);
        byte[] own = RowKeys.item(items, key);
        batch.put(entry, own);
        long rows = entry.length + own.length;
        figures = figures.plus(table.numberOf(index), new Figures.Entries(1, index.sizeOf(item, table.schema()), rows));
    }

    private byte[] entry(IndexSchema index, ItemKey key, Item item) {
        return RowKeys.entry(RowKeys.entries(table.number(), table.numberOf(index)), index.keyOf(item, key));
    }

    /** An index goes; its entries are removed later. */
    void drop(int index) {
        figures = figures.without(index);
    }

    /** The last change of the batch. */
    void end() {
        batch.put(RowKeys.figures(table.number()), figures.row());
    }
}
