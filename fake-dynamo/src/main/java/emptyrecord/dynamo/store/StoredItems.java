package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.IndexKey;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.TableContent;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.disk.KeyRange;
import emptyrecord.dynamo.store.disk.Row;
import emptyrecord.dynamo.store.disk.Snapshot;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A table's items in a snapshot; each is read when it is its turn. */
final class StoredItems implements TableContent {

    private final Snapshot rows;
    private final Definition table;
    private final byte[] items;

    StoredItems(Snapshot rows, Definition table) {
        this.rows = rows;
        this.table = table;
        this.items = RowKeys.items(table.number());
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        return Optional.ofNullable(rows.get(RowKeys.item(items, key))).map(ItemRow::item);
    }

    @Override
    public Stream<Item> after(Optional<ItemKey> start) {
        KeyRange all = KeyRange.startingWith(items);
        return read(start.map(key -> all.after(RowKeys.item(items, key))).orElse(all), true)
                .map(row -> ItemRow.item(row.value()));
    }

    @Override
    public Stream<Item> partition(AttributeValue hash, boolean forward, Optional<ItemKey> start) {
        KeyRange all = KeyRange.startingWith(RowKeys.partition(items, hash));
        return read(rest(all, forward, start.map(key -> RowKeys.item(items, key))), forward)
                .map(row -> ItemRow.item(row.value()));
    }

    @Override
    public Stream<Item> indexAfter(IndexSchema index, Optional<IndexKey> start) {
        byte[] entries = RowKeys.entries(table.number(), table.numberOf(index));
        KeyRange all = KeyRange.startingWith(entries);
        return read(start.map(key -> all.after(RowKeys.entry(entries, key))).orElse(all), true)
                .map(this::itemOf);
    }

    @Override
    public Stream<Item> indexPartition(
            IndexSchema index, AttributeValue hash, boolean forward, Optional<IndexKey> start) {
        byte[] entries = RowKeys.entries(table.number(), table.numberOf(index));
        KeyRange all = KeyRange.startingWith(RowKeys.partition(entries, hash));
        return read(rest(all, forward, start.map(key -> RowKeys.entry(entries, key))), forward)
                .map(this::itemOf);
    }

    /** What is left of a partition; a start outside of it leaves all or nothing, which its caller refuses. */
    private static KeyRange rest(KeyRange all, boolean forward, Optional<byte[]> start) {
        return start.map(key -> forward ? all.after(key) : all.before(key)).orElse(all);
    }

    private Item itemOf(Row entry) {
        byte[] row = rows.get(entry.value());
        if (row == null) {
            throw new IllegalStateException("table " + table.schema().name() + " has an index entry without an item");
        }
        return ItemRow.item(row);
    }

    private Stream<Row> read(KeyRange range, boolean forward) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(rows.rows(range, forward), Spliterator.ORDERED), false);
    }
}
