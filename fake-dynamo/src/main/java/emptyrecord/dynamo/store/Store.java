package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.table.WriteRules;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.Journals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * All tables, in memory, with a journal on disk. A write is decided, appended to the journal and carried out under its
 * table's lock, in this order, and acknowledged after: what was acknowledged survives {@code kill -9}, and what the journal
 * could not take is not carried out. A transaction is one line of the journal, so it survives as a whole or not at all.
 */
public final class Store implements AutoCloseable {

    private final ConcurrentSkipListMap<String, LockedTable> tables = new ConcurrentSkipListMap<>();
    private final Journal<Commit> journal;
    private final CompactionPolicy policy;
    private final AtomicLong compactions = new AtomicLong();

    /** Read side: every change. Write side: compaction, which needs the journal and the tables to agree. */
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();

    public Store(Journals journals, CompactionPolicy policy) {
        this(journals.open("tables", Commit.class, CommitCodec.mapper()), policy);
    }

    Store(Path file, CompactionPolicy policy) {
        this(new Journal<>(file, Commit.class, CommitCodec.mapper()), policy);
    }

    private Store(Journal<Commit> journal, CompactionPolicy policy) {
        this.journal = journal;
        this.policy = policy;
        journal.replay(this::apply);
    }

    public void create(TableSchema schema) {
        commit(() -> {
            synchronized (tables) {
                if (tables.containsKey(schema.name())) {
                    throw new Refusal(ErrorCode.RESOURCE_IN_USE, "Table already exists: " + schema.name());
                }
                journal.append(new Commit(List.of(new Change.Created(schema))));
                tables.put(schema.name(), new LockedTable(new Table(schema)));
            }
        });
    }

    /** Drops a table; gives back what it was. */
    public TableSummary drop(String name) {
        LockedTable table = find(name, "Requested resource not found: Table: " + name + " not found");
        Lock lock = table.lock().writeLock();
        List<TableSummary> last = new ArrayList<>();
        commit(() -> locked(lock, () -> {
            refuseDropped(table);
            last.add(TableSummary.of(table.table()));
            journal.append(new Commit(List.of(new Change.Dropped(name))));
            table.drop();
            tables.remove(name);
        }));
        return last.getFirst();
    }

    /** Names in alphabetical order. */
    public List<String> names() {
        return List.copyOf(tables.keySet());
    }

    /** All tables, by name. */
    public List<TableSummary> summaries() {
        return tables.values().stream()
                .map(table -> reading(table, TableSummary::of))
                .toList();
    }

    /** Items of a table, 0 if there is no such table. */
    public int items(String name) {
        LockedTable table = tables.get(name);
        return table == null ? 0 : reading(table, Table::size);
    }

    public TableSummary describe(String name) {
        LockedTable table = find(name, "Requested resource not found: Table: " + name + " not found");
        return reading(table, TableSummary::of);
    }

    /** Runs {@code reader} on a table that does not change meanwhile. */
    public <R> R read(String name, Function<Table, R> reader) {
        return reading(find(name, "Requested resource not found"), reader);
    }

    /** Carries out one write if its condition holds. */
    public Decision write(Write write) {
        return transact(List.of(write)).getFirst();
    }

    /** Carries out all writes if every condition holds, otherwise none; the decisions are in the order of the writes. */
    public List<Decision> transact(List<Write> writes) {
        TreeMap<String, LockedTable> touched = new TreeMap<>();
        writes.forEach(write -> touched.put(write.table(), find(write.table(), "Requested resource not found")));
        List<Decision> decisions = new ArrayList<>(writes.size());
        commit(() -> {
            // in the order of names, so that two transactions never wait for each other
            touched.values().forEach(table -> table.lock().writeLock().lock());
            try {
                decideAndKeep(writes, touched, decisions);
            } finally {
                touched.values().forEach(table -> table.lock().writeLock().unlock());
            }
        });
        return decisions;
    }

    private void decideAndKeep(List<Write> writes, Map<String, LockedTable> touched, List<Decision> decisions) {
        List<Change> kept = new ArrayList<>(writes.size());
        boolean all = true;
        for (Write write : writes) {
            LockedTable table = Objects.requireNonNull(touched.get(write.table()));
            refuseDropped(table);
            Decision decision = WriteRules.decide(table.table(), write);
            decisions.add(decision);
            if (decision instanceof Accepted accepted) {
                change(table.table().schema(), accepted).ifPresent(kept::add);
            } else {
                all = false;
            }
        }
        if (all && !kept.isEmpty()) {
            journal.append(new Commit(kept));
            kept.forEach(change -> applyItem(change));
        }
    }

    private static Optional<Change> change(TableSchema schema, Accepted accepted) {
        if (!accepted.changes()) {
            return Optional.empty();
        }
        return Optional.of(accepted.after()
                .<Change>map(item -> new Change.Stored(schema.name(), item))
                .orElseGet(() -> new Change.Removed(schema.name(), attributes(schema, accepted.key()))));
    }

    private static Map<String, AttributeValue> attributes(TableSchema schema, ItemKey key) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put(schema.hash().name(), key.hash());
        schema.range()
                .ifPresent(range -> attributes.put(range.name(), key.range().orElseThrow()));
        return attributes;
    }

    private void apply(Commit commit) {
        for (Change change : commit.changes()) {
            switch (change) {
                case Change.Created created ->
                    tables.put(created.table(), new LockedTable(new Table(created.schema())));
                case Change.Dropped dropped -> tables.remove(dropped.table());
                default -> applyItem(change);
            }
        }
    }

    private void applyItem(Change change) {
        LockedTable locked = tables.get(change.table());
        if (locked == null) {
            throw new IllegalStateException("the journal names table " + change.table() + " before it was created");
        }
        Table table = locked.table();
        if (change instanceof Change.Stored stored) {
            table.put(KeyRules.ofItem(table.schema(), stored.item().attributes()), stored.item());
        } else if (change instanceof Change.Removed removed) {
            table.remove(KeyRules.ofKey(table.schema(), removed.key()));
        }
    }

    private void commit(Runnable change) {
        locked(changes.readLock(), change);
        if (journal.compactionIsDue(policy, this::liveLines)) {
            compact();
        }
    }

    /** Writers wait meanwhile, so none can be lost; the wait is bounded by the live items, not by the journal. */
    private void compact() {
        locked(changes.writeLock(), () -> {
            if (journal.compactIfDue(policy, this::liveLines, this::snapshot)) {
                compactions.incrementAndGet();
            }
        });
    }

    private List<Commit> snapshot() {
        List<Commit> live = new ArrayList<>();
        tables.values().forEach(table -> snapshot(table.table(), live));
        return live;
    }

    private static void snapshot(Table table, List<Commit> live) {
        live.add(new Commit(List.of(new Change.Created(table.schema()))));
        String name = table.schema().name();
        table.all().forEach(item -> live.add(new Commit(List.of(new Change.Stored(name, item)))));
    }

    private long liveLines() {
        long lines = 0;
        for (LockedTable table : tables.values()) {
            lines += 1 + reading(table, Table::size);
        }
        return lines;
    }

    public JournalSummary journal() {
        return new JournalSummary(journal.lines(), compactions.get());
    }

    /** The journal as the operator sees it. */
    public record JournalSummary(long lines, long compactions) {}

    private LockedTable find(String name, String otherwise) {
        LockedTable table = tables.get(name);
        if (table == null) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, otherwise);
        }
        return table;
    }

    private static void refuseDropped(LockedTable table) {
        if (table.dropped()) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found");
        }
    }

    private static <R> R reading(LockedTable table, Function<Table, R> reader) {
        Lock lock = table.lock().readLock();
        lock.lock();
        try {
            return reader.apply(table.table());
        } finally {
            lock.unlock();
        }
    }

    private static void locked(Lock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
