package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.HeapCost;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.Journals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All tables, in memory, with a journal on disk. Under its table's lock a write is decided, appended to the journal and
 * carried out, in this order, and acknowledged after. An acknowledged write survives {@code kill -9}, and a write that
 * the journal could not store is not carried out. A transaction is one line of the journal, so it survives as a whole
 * or not at all. The total size of all tables is bounded, and the bound is checked before the journal is written.
 */
public final class Store implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Store.class);

    /** How many copies of a journal line exist while it is made: as characters of two bytes, and as bytes. */
    private static final int COPIES = 3;

    private final StoreLimits limits;
    private final StoredHeap heap;
    private final Tables tables;
    private final Tokens tokens;
    private final TableJournal journal;

    /** One table at a time is created, or deleted while it is on disk only. */
    private final ReentrantLock catalogue = new ReentrantLock();

    public Store(Journals journals, CompactionPolicy policy, StoreLimits limits) {
        this(journals.open("tables", Commit.class, CommitCodec.mapper()), policy, limits);
    }

    Store(Path file, CompactionPolicy policy, StoreLimits limits) {
        this(new Journal<>(file, Commit.class, CommitCodec.mapper()), policy, limits);
    }

    private Store(Journal<Commit> file, CompactionPolicy policy, StoreLimits limits) {
        this.limits = limits;
        this.heap = new StoredHeap(limits.heap());
        this.tables = new Tables(heap);
        this.tokens = new Tokens(limits.tokensKept(), StoreLimits.TOKENS_MAX, heap);
        this.journal = new TableJournal(file, policy, new LiveCommits(tables, tokens));
        journal.replay(this::load);
        tables.leaveUntil(limits.heap());
        tables.left().all().keySet().forEach(this::warnOfTableLeft);
    }

    private void load(Change change) {
        if (change instanceof Change.Remembered remembered) {
            heap.add(Tokens.HEAP);
            tokens.remember(remembered.token());
        } else {
            tables.load(change, limits.loading());
        }
    }

    private void warnOfTableLeft(String name) {
        log.atWarn()
                .addKeyValue("table", name)
                .addKeyValue("heapBytesMax", limits.heap())
                .log("the table does not fit into the heap and stays in the journal; nothing of it is lost. "
                        + "Start with a larger heap, or delete the table");
    }

    public void create(TableSchema schema) {
        journal.run(() -> Locks.under(catalogue, () -> {
            refuseUnlessFree(schema.name());
            append(List.of(new Change.Created(schema)), schema.options().heap());
            tables.add(schema);
            return schema;
        }));
    }

    private void refuseUnlessFree(String name) {
        if (tables.has(name)) {
            throw new Refusal(ErrorCode.RESOURCE_IN_USE, "Table already exists: " + name);
        }
        if (tables.names().size() >= limits.tables()) {
            throw new Refusal(
                    ErrorCode.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: There is a limit of " + limits.tables() + " tables");
        }
    }

    /** Changes the options of a table; {@code change} may refuse it. A new index is filled before anyone else writes. */
    public TableSummary alter(String name, UnaryOperator<TableOptions> change) {
        LockedTable locked = named(name);
        return journal.run(() -> Locks.under(locked.writeLock(), () -> {
            locked.refuseIfDropped();
            Table table = locked.table();
            TableSchema before = table.schema();
            TableSchema after = before.with(change.apply(before.options()));
            if (!after.equals(before)) {
                append(List.of(new Change.Altered(after)), table.heapAfter(after) - table.heap());
                table.alter(after);
            }
            return TableSummary.of(table);
        }));
    }

    /** Drops a table; returns its description. */
    public TableSummary drop(String name) {
        return journal.run(
                () -> tables.left().has(name) ? Locks.under(catalogue, () -> dropLeft(name)) : dropLoaded(named(name)));
    }

    private TableSummary dropLoaded(LockedTable table) {
        return Locks.under(table.writeLock(), () -> {
            table.refuseIfDropped();
            refuseIfProtected(table.table().schema());
            TableSummary last = TableSummary.of(table.table());
            journal.append(List.of(new Change.Dropped(last.schema().name())));
            tables.remove(table);
            return last;
        });
    }

    private static void refuseIfProtected(TableSchema schema) {
        if (schema.options().deletionProtected()) {
            throw Refusal.validation("Resource cannot be deleted as it is currently protected against deletion. "
                    + "Disable deletion protection first.");
        }
    }

    private TableSummary dropLeft(String name) {
        TableSummary last = describe(name);
        refuseIfProtected(last.schema());
        journal.append(List.of(new Change.Dropped(name)));
        tables.left().remove(name);
        return last;
    }

    /** Names in alphabetical order. */
    public List<String> names() {
        return List.copyOf(tables.names());
    }

    /** All tables, by name. */
    public List<TableSummary> summaries() {
        return tables.summaries();
    }

    /** Items of a table, 0 if there is no such table. */
    public int items(String name) {
        return tables.items(name);
    }

    public TableSummary describe(String name) {
        TableSchema left = tables.left().all().get(name);
        return left != null ? TableSummary.leftOnDisk(left) : named(name).read(TableSummary::of);
    }

    private LockedTable named(String name) {
        return tables.find(name, "Requested resource not found: Table: " + name + " not found");
    }

    /** Runs {@code reader} on a table that does not change meanwhile. */
    public <R> R read(String name, Function<Table, R> reader) {
        return tables.find(name, Transaction.NO_SUCH_TABLE).read(reader);
    }

    /** Runs {@code reader} on several tables, none of which changes meanwhile. */
    public <R> R read(Set<String> names, Function<Map<String, Table>, R> reader) {
        Map<String, Table> found = new TreeMap<>();
        List<Lock> held = new ArrayList<>();
        try {
            // in the order of names, as in transactions, so that no two wait for each other
            for (String name : new TreeSet<>(names)) {
                LockedTable table = tables.find(name, Transaction.NO_SUCH_TABLE);
                table.readLock().lock();
                held.add(table.readLock());
                found.put(name, table.table());
            }
            return reader.apply(found);
        } finally {
            held.forEach(Lock::unlock);
        }
    }

    /** Carries out one write if its condition holds. */
    public Decision write(Write write, LastCheck last) {
        return transact(List.of(write), last).getFirst();
    }

    /** Carries out all writes if every condition holds, otherwise none; the decisions are in the order of the writes. */
    public List<Decision> transact(List<Write> writes, LastCheck last) {
        Transaction transaction = new Transaction(writes, tables);
        return journal.run(() -> transaction.run(last, changes -> commit(transaction, changes)));
    }

    /**
     * The same once for a client's token.
     *
     * @return empty if the same transaction was done with this token before
     * @throws Refusal IdempotentParameterMismatchException or TransactionInProgressException, see {@link Tokens}
     */
    public Optional<List<Decision>> transact(List<Write> writes, ClientToken token) {
        if (!tokens.begin(token)) {
            return Optional.empty();
        }
        try {
            Transaction transaction = new Transaction(writes, tables, token);
            return Optional.of(
                    journal.run(() -> transaction.run(decisions -> {}, changes -> commit(transaction, changes))));
        } finally {
            tokens.end(token);
        }
    }

    private void commit(Transaction transaction, List<Change> changes) {
        append(changes, transaction.growth());
        for (Change change : changes) {
            if (change instanceof Change.OfItem item) {
                tables.apply(item);
            } else if (change instanceof Change.Remembered remembered) {
                tokens.remember(remembered.token());
            }
        }
    }

    /** @param growth bytes that the changes add to the stored heap */
    private void append(List<Change> changes, long growth) {
        heap.take(growth);
        try {
            journal.append(changes);
        } catch (RuntimeException e) {
            heap.add(-growth);
            throw e;
        }
    }

    /** Bytes of heap of the items that the writes would change, 0 for missing items. */
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

    public JournalSummary journal() {
        return journal.summary();
    }

    /** Whether the last rewrite of the journal failed, so that it grows. */
    public boolean compactionFails() {
        return journal.compactionFails();
    }

    /** Bytes of heap that all items take. */
    public long heapUsed() {
        return heap.used();
    }

    /** The bound of the heap for items, in bytes. */
    public long heapMax() {
        return heap.max();
    }

    @Override
    public void close() {
        journal.close();
    }
}
