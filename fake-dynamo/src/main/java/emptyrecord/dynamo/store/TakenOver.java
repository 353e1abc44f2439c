package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import emptyrecord.dynamo.store.disk.Pending;
import emptyrecord.dynamo.store.disk.RowStore;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lines of an older journal as changes of rows. */
final class TakenOver {

    /** Bytes of a line above which it is waited for; our choice. */
    private static final long AT_ONCE = 64 << 10;

    private final Store store;
    private final RowStore rows;
    private final Tables tables;
    private final Tokens tokens;

    TakenOver(Store store, RowStore rows, Tables tables, Tokens tokens) {
        this.store = store;
        this.rows = rows;
        this.tables = tables;
        this.tokens = tokens;
    }

    void carryOut(Commit commit, boolean await) {
        Draft draft = rows.draft();
        Batch batch = new Batch();
        Map<String, TableChanges> changes = new TreeMap<>();
        for (Change change : commit.changes()) {
            switch (change) {
                case Change.Created created -> store.create(created.schema());
                case Change.Altered altered -> {
                    known(altered.schema().name());
                    store.alter(
                            altered.schema().name(), before -> altered.schema().options());
                }
                case Change.Dropped dropped -> {
                    known(dropped.table());
                    store.drop(dropped.table());
                }
                case Change.Remembered remembered -> {
                    tokens.remember(remembered.token());
                    tokens.write(remembered.token(), batch);
                }
                case Change.OfItem item -> {
                    Definition table = known(item.table());
                    changes.computeIfAbsent(item.table(), any -> new TableChanges(table, draft, batch));
                    carryOut(item, table, draft, changes.get(item.table()));
                }
            }
        }
        changes.values().forEach(TableChanges::end);
        Pending pending = draft.submit(batch);
        if (await || batch.bytes() > AT_ONCE) {
            pending.await();
        }
    }

    private static void carryOut(Change.OfItem change, Definition table, Draft draft, TableChanges changes) {
        Optional<Item> now = change instanceof Change.Stored stored ? Optional.of(stored.item()) : Optional.empty();
        ItemKey key = switch (change) {
            case Change.Stored stored ->
                KeyRules.ofItem(table.schema(), stored.item().attributes());
            case Change.Removed removed -> KeyRules.ofKey(table.schema(), removed.key());
        };
        byte[] before = draft.get(RowKeys.item(RowKeys.items(table.number()), key));
        changes.change(key, Optional.ofNullable(before).map(ItemRow::item), now);
    }

    private Definition known(String name) {
        if (!tables.has(name)) {
            throw new IllegalStateException("the journal names table " + name + " before it was created");
        }
        return tables.find(name, name).definition();
    }
}
