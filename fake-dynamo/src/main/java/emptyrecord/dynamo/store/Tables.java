package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** All tables by name: those in memory, and those that do not fit and stay in the journal. */
final class Tables {

    private final ConcurrentSkipListMap<String, LockedTable> loaded = new ConcurrentSkipListMap<>();
    private final LeftOnDisk left = new LeftOnDisk();
    private final StoredHeap heap;

    Tables(StoredHeap heap) {
        this.heap = heap;
    }

    /** Applies a change of the journal; while all tables are above {@code bytesMax}, the largest is left on disk. */
    void load(Change change, long bytesMax) {
        switch (change) {
            case Change.Created created -> {
                add(created.schema());
                heap.add(created.schema().options().heap());
            }
            case Change.Altered altered -> loadOptions(altered.schema(), bytesMax);
            case Change.Remembered remembered -> throw new IllegalArgumentException("no change of a table");
            case Change.Dropped dropped -> {
                LockedTable table = loaded.get(dropped.table());
                if (table != null) {
                    remove(table);
                }
                left.remove(dropped.table());
            }
            case Change.Stored stored -> loadItem(stored, bytesMax);
            case Change.Removed removed -> loadItem(removed, bytesMax);
        }
    }

    private void loadOptions(TableSchema schema, long bytesMax) {
        if (left.has(schema.name())) {
            left.add(schema);
            return;
        }
        Table table = known(schema.name());
        heap.add(table.heapAfter(schema) - table.heap());
        table.alter(schema);
        leaveUntil(bytesMax);
    }

    private void loadItem(Change.OfItem change, long bytesMax) {
        if (left.has(change.table())) {
            return;
        }
        Table table = known(change.table());
        long before = table.heap();
        apply(change);
        heap.add(table.heap() - before);
        leaveUntil(bytesMax);
    }

    /** A start must not fail because of its own data, so the largest tables stay on disk until the others fit. */
    void leaveUntil(long bytes) {
        while (heap.used() > bytes) {
            Table largest = loaded.values().stream()
                    .map(LockedTable::table)
                    .max(Comparator.comparingLong(Table::heap))
                    .orElseThrow();
            loaded.remove(largest.schema().name());
            left.add(largest.schema());
            heap.add(-largest.heap());
        }
    }

    /** An empty table; the heap of its options is counted by the caller. */
    void add(TableSchema schema) {
        loaded.put(schema.name(), new LockedTable(new Table(schema)));
    }

    /** The caller holds the table's lock, or no other thread runs yet. */
    void remove(LockedTable table) {
        table.drop();
        loaded.remove(table.table().schema().name());
        heap.add(-table.table().heap());
    }

    /** Carries out a change of items. */
    void apply(Change.OfItem change) {
        Table table = known(change.table());
        switch (change) {
            case Change.Stored stored ->
                table.put(KeyRules.ofItem(table.schema(), stored.item().attributes()), stored.item());
            case Change.Removed removed -> table.remove(KeyRules.ofKey(table.schema(), removed.key()));
        }
    }

    private Table known(String name) {
        LockedTable locked = loaded.get(name);
        if (locked == null) {
            throw new IllegalStateException("the journal names table " + name + " before it was created");
        }
        return locked.table();
    }

    LeftOnDisk left() {
        return left;
    }

    boolean has(String name) {
        return loaded.containsKey(name) || left.has(name);
    }

    LockedTable find(String name, String otherwise) {
        left.refuse(name);
        LockedTable table = loaded.get(name);
        if (table == null) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, otherwise);
        }
        return table;
    }

    /** Items of a table in memory, 0 if there is no such table. */
    int items(String name) {
        LockedTable table = loaded.get(name);
        return table == null ? 0 : table.read(Table::size);
    }

    /** In alphabetical order. */
    Collection<String> names() {
        TreeSet<String> names = new TreeSet<>(loaded.keySet());
        names.addAll(left.all().keySet());
        return names;
    }

    /** By name. */
    List<TableSummary> summaries() {
        return Stream.concat(
                        loaded.values().stream().map(table -> table.read(TableSummary::of)),
                        left.all().values().stream().map(TableSummary::leftOnDisk))
                .sorted(Comparator.comparing(table -> table.schema().name()))
                .toList();
    }

    /** Lines of a journal with all tables. One that was left on disk is in the old journal only, so that one stays. */
    long lines() {
        if (!left.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long lines = 0;
        for (LockedTable table : loaded.values()) {
            lines += 1 + table.read(Table::size);
        }
        return lines;
    }

    List<Commit> values() {
        List<Commit> live = new ArrayList<>();
        for (LockedTable each : loaded.values()) {
            Table table = each.table();
            String name = table.schema().name();
            live.add(new Commit(List.of(new Change.Created(table.schema()))));
            table.all().forEach(item -> live.add(new Commit(List.of(new Change.Stored(name, item)))));
        }
        return live;
    }
}
