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
import emptyrecord.dynamo.core.value.HeapCost;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.Journals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All tables, in memory, with a journal on disk. A write is decided, appended to the journal and carried out under its
 * table's lock, in this order, and acknowledged after: what was acknowledged survives {@code kill -9}, and what the journal
 * could not take is not carried out. A transaction is one line of the journal, so it survives as a whole or not at all.
 * How much all tables hold is bounded, and the bound is asked before the journal.
 */
public final class Store implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Store.class);

    /** Few long lines fill a disk too: after many bytes it is enough that there is anything to leave out. */
    private static final CompactionPolicy AFTER_LONG_LINES = new CompactionPolicy(0, Math.nextUp(1.0));

    /** How often a line of the journal is there while it is made: as characters of two bytes, and as bytes. */
    private static final int COPIES = 3;

    private final ConcurrentSkipListMap<String, LockedTable> tables = new ConcurrentSkipListMap<>();
    private final Journal<Commit> journal;
    private final CompactionPolicy policy;
    private final AtomicLong compactions = new AtomicLong();
    private volatile boolean compactionFails;
    private final StoreLimits limits;
    private final StoredHeap heap;
    /** Bytes that the journal grew by since it was rewritten, or since the start. */
    private final AtomicLong appended = new AtomicLong();

    private final LeftOnDisk leftOnDisk = new LeftOnDisk();

    /** Read side: every change. Write side: compaction, which needs the journal and the tables to agree. */
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();

    public Store(Journals journals, CompactionPolicy policy, StoreLimits limits) {
        this(journals.open("tables", Commit.class, CommitCodec.mapper()), policy, limits);
    }

    Store(Path file, CompactionPolicy policy, StoreLimits limits) {
        this(new Journal<>(file, Commit.class, CommitCodec.mapper()), policy, limits);
    }

    private Store(Journal<Commit> journal, CompactionPolicy policy, StoreLimits limits) {
        this.journal = journal;
        this.policy = policy;
        this.limits = limits;
        this.heap = new StoredHeap(limits.heap());
        journal.replay(commit -> commit.changes().forEach(this::load));
        leaveUntil(limits.heap());
        leftOnDisk
                .all()
                .keySet()
                .forEach(name -> log.atWarn()
                        .addKeyValue("table", name)
                        .addKeyValue("heapBytesMax", limits.heap())
                        .log("the table does not fit into the heap and stays in the journal; nothing of it is lost. "
                                + "Start with a larger heap, or delete the table"));
    }

    /** Tables that would exceed what loading may take are left, the largest first, so that a start ends well. */
    private void load(Change change) {
        if (change instanceof Change.Created created) {
            tables.put(created.table(), new LockedTable(new Table(created.schema())));
        } else if (change instanceof Change.Dropped dropped) {
            leftOnDisk.remove(dropped.table());
            LockedTable table = tables.remove(dropped.table());
            heap.add(table == null ? 0 : -table.table().heap());
        } else if (!leftOnDisk.has(change.table())) {
            Table table = known(change);
            long before = table.heap();
            applyTo(table, change);
            heap.add(table.heap() - before);
            leaveUntil(limits.loading());
        }
    }

    private void leaveUntil(long bytes) {
        while (heap.used() > bytes) {
            Table largest = tables.values().stream()
                    .map(LockedTable::table)
                    .max(Comparator.comparingLong(Table::heap))
                    .orElseThrow();
            tables.remove(largest.schema().name());
            leftOnDisk.add(largest.schema());
            heap.add(-largest.heap());
        }
    }

    public void create(TableSchema schema) {
        commit(() -> {
            synchronized (tables) {
                if (tables.containsKey(schema.name()) || leftOnDisk.has(schema.name())) {
                    throw new Refusal(ErrorCode.RESOURCE_IN_USE, "Table already exists: " + schema.name());
                }
                if (names().size() >= limits.tables()) {
                    throw new Refusal(
                            ErrorCode.LIMIT_EXCEEDED,
                            "Subscriber limit exceeded: There is a limit of " + limits.tables() + " tables");
                }
                journal.append(new Commit(List.of(new Change.Created(schema))));
                tables.put(schema.name(), new LockedTable(new Table(schema)));
            }
        });
    }

    /** Drops a table; gives back what it was. */
    public TableSummary drop(String name) {
        List<TableSummary> last = new ArrayList<>();
        commit(() -> last.add(leftOnDisk.has(name) ? dropLeft(name) : dropLoaded(name)));
        return last.getFirst();
    }

    private TableSummary dropLoaded(String name) {
        LockedTable table = find(name, "Requested resource not found: Table: " + name + " not found");
        List<TableSummary> last = new ArrayList<>();
        locked(table.lock().writeLock(), () -> {
            refuseDropped(table);
            last.add(TableSummary.of(table.table()));
            journal.append(new Commit(List.of(new Change.Dropped(name))));
            table.drop();
            tables.remove(name);
            heap.add(-table.table().heap());
        });
        return last.getFirst();
    }

    private TableSummary dropLeft(String name) {
        synchronized (tables) {
            TableSummary last = describe(name);
            journal.append(new Commit(List.of(new Change.Dropped(name))));
            leftOnDisk.remove(name);
            return last;
        }
    }

    /** Names in alphabetical order. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(leftOnDisk.all().keySet());
        return List.copyOf(names);
    }

    /** All tables, by name. */
    public List<TableSummary> summaries() {
        return Stream.concat(
                        tables.values().stream().map(table -> reading(table, TableSummary::of)),
                        leftOnDisk.all().values().stream().map(TableSummary::leftOnDisk))
                .sorted(Comparator.comparing(table -> table.schema().name()))
                .toList();
    }

    /** Items of a table, 0 if there is no such table. */
    public int items(String name) {
        LockedTable table = tables.get(name);
        return table == null ? 0 : reading(table, Table::size);
    }

    public TableSummary describe(String name) {
        TableSchema left = leftOnDisk.all().get(name);
        if (left != null) {
            return TableSummary.leftOnDisk(left);
        }
        LockedTable table = find(name, "Requested resource not found: Table: " + name + " not found");
        return reading(table, TableSummary::of);
    }

    /** Runs {@code reader} on a table that does not change meanwhile. */
    public <R> R read(String name, Function<Table, R> reader) {
        return reading(find(name, "Requested resource not found"), reader);
    }

    /** What is asked about the decisions before they are committed; it throws to refuse them all. */
    @FunctionalInterface
    public interface LastCheck {
        void check(List<Decision> decisions);
    }

    /** Carries out one write if its condition holds. */
    public Decision write(Write write, LastCheck last) {
        return transact(List.of(write), last).getFirst();
    }

    /** Carries out all writes if every condition holds, otherwise none; the decisions are in the order of the writes. */
    public List<Decision> transact(List<Write> writes, LastCheck last) {
        TreeMap<String, LockedTable> touched = new TreeMap<>();
        writes.forEach(write -> touched.put(write.table(), find(write.table(), "Requested resource not found")));
        List<Decision> decisions = new ArrayList<>(writes.size());
        commit(() -> {
            // in the order of names, so that two transactions never wait for each other
            touched.values().forEach(table -> table.lock().writeLock().lock());
            try {
                decideAndKeep(writes, touched, decisions, last);
            } finally {
                touched.values().forEach(table -> table.lock().writeLock().unlock());
            }
        });
        return decisions;
    }

    private void decideAndKeep(
            List<Write> writes, Map<String, LockedTable> touched, List<Decision> decisions, LastCheck last) {
        List<Accepted> accepted = new ArrayList<>(writes.size());
        List<Change> kept = new ArrayList<>(writes.size());
        for (Write write : writes) {
            LockedTable table = Objects.requireNonNull(touched.get(write.table()));
            refuseDropped(table);
            Decision decision = WriteRules.decide(table.table(), write);
            decisions.add(decision);
            if (decision instanceof Accepted done) {
                accepted.add(done);
                change(table.table().schema(), done).ifPresent(kept::add);
            }
        }
        if (accepted.size() == writes.size()) {
            last.check(decisions);
            keep(accepted, kept);
        }
    }

    private void keep(List<Accepted> accepted, List<Change> kept) {
        if (kept.isEmpty()) {
            return;
        }
        long bytes = refuseLong(kept);
        long taken = heap.take(accepted);
        try {
            journal.append(new Commit(kept));
        } catch (RuntimeException e) {
            heap.add(-taken);
            throw e;
        }
        appended.addAndGet(bytes);
        kept.forEach(change -> applyTo(known(change), change));
    }

    /** All changes of a transaction are one line, which is made in memory; gives back how long it is about. */
    private static long refuseLong(List<Change> changes) {
        long bytes = 0;
        for (Change change : changes) {
            bytes += change instanceof Change.Stored stored
                    ? JsonLength.of(stored.item().attributes())
                    : 0;
        }
        if (bytes > JsonLength.ITEM_MAX) {
            throw Refusal.validation("The items of a transaction are together longer than " + JsonLength.ITEM_MAX
                    + " bytes as JSON, which is a limit of this region");
        }
        return bytes;
    }

    /** Bytes of heap that the items which the writes would change take now, 0 for those that are not there. */
    public long weigh(List<Write> writes) {
        long bytes = 0;
        for (Write write : writes) {
            if (write.action() instanceof Write.Update update) {
                bytes += read(write.table(), table -> table.get(KeyRules.ofKey(table.schema(), update.key())))
                        .map(item -> HeapCost.of(item) + COPIES * JsonLength.of(item.attributes()))
                        .orElse(0L);
            }
        }
        return bytes;
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

    private Table known(Change change) {
        LockedTable locked = tables.get(change.table());
        if (locked == null) {
            throw new IllegalStateException("the journal names table " + change.table() + " before it was created");
        }
        return locked.table();
    }

    private static void applyTo(Table table, Change change) {
        if (change instanceof Change.Stored stored) {
            table.put(KeyRules.ofItem(table.schema(), stored.item().attributes()), stored.item());
        } else if (change instanceof Change.Removed removed) {
            table.remove(KeyRules.ofKey(table.schema(), removed.key()));
        }
    }

    private void commit(Runnable change) {
        locked(changes.readLock(), change);
        if (isCompactionDue()) {
            compact();
        }
    }

    /** A table that was left on disk is in the old journal only, so that one stays. */
    private boolean isCompactionDue() {
        return leftOnDisk.isEmpty() && journal.compactionIsDue(policy(), this::liveLines);
    }

    /** Writers wait meanwhile, so none can be lost; the wait is bounded by the live items, not by the journal. */
    private void compact() {
        locked(changes.writeLock(), () -> {
            if (isCompactionDue()) {
                compactionFails = !journal.compactIfDue(policy(), this::liveLines, this::snapshot);
                if (!compactionFails) {
                    compactions.incrementAndGet();
                    appended.set(0);
                }
            }
        });
    }

    private CompactionPolicy policy() {
        return appended.get() > limits.appended() ? AFTER_LONG_LINES : policy;
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

    /** Whether the last rewrite of the journal failed, so that it grows. */
    public boolean compactionFails() {
        return compactionFails;
    }

    /** Bytes of heap that all items take. */
    public long heapUsed() {
        return heap.used();
    }

    /** Bytes of heap that they may take. */
    public long heapMax() {
        return heap.max();
    }

    /** The journal as the operator sees it. */
    public record JournalSummary(long lines, long compactions) {}

    private LockedTable find(String name, String otherwise) {
        leftOnDisk.refuse(name);
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
