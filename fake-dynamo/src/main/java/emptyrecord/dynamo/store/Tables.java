package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.store.disk.KeyRange;
import emptyrecord.dynamo.store.disk.Row;
import emptyrecord.dynamo.store.disk.Snapshot;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** All tables by name. */
final class Tables {

    private final ConcurrentSkipListMap<String, LockedTable> byName = new ConcurrentSkipListMap<>();

    /** Finds the tables of a file by their definitions, without reading what is between them. */
    void load(Snapshot rows) {
        KeyRange rest = RowKeys.TABLES;
        for (Iterator<Row> next = rows.rows(rest, true); next.hasNext(); next = rows.rows(rest, true)) {
            int number = ByteBuffer.wrap(next.next().key(), 1, Integer.BYTES).getInt();
            byte[] row = rows.get(RowKeys.definition(number));
            if (row != null) {
                add(Definition.of(row));
            }
            rest = new KeyRange(KeyRange.startingWith(RowKeys.table(number)).to(), rest.to());
        }
    }

    void add(Definition table) {
        byName.put(table.schema().name(), new LockedTable(table));
    }

    void remove(LockedTable table) {
        table.drop();
        byName.remove(table.definition().schema().name());
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    LockedTable find(String name, String otherwise) {
        LockedTable table = byName.get(name);
        if (table == null) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, otherwise);
        }
        return table;
    }

    /** In alphabetical order. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** By name. */
    Collection<LockedTable> all() {
        return byName.values();
    }
}
