package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.store.disk.RowStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * All tables, as rows on disk. Under its table's lock a write is decided on the newest rows and handed over as one batch
 * with the entries of its indexes, the table's figures and its client's token. It is acknowledged when that survives, as
 * the {@linkplain emptyrecord.dynamo.store.disk.Durability durability} says; a batch survives whole or not at all. Reads
 * see a snapshot of what survives. The total size of all tables is bounded.
 */
public final class Store implements AutoCloseable {

    private final StoreLimits limits;
    private final RowStore rows;
    private final Bound stored;
    private final Bound definitions;
    private final Tables tables = new Tables();
    private final Tokens tokens;
    private final Commits commits;
    private final Streams streams;
    private final Recording recording;
    private final Leftovers leftovers;

    /** One table at a time is created. */
    private final ReentrantLock catalogue = new ReentrantLock();

    private final TableNumbers numbers;

    Store(RowStore rows, StoreLimits limits) {
        this.limits = limits;
        this.rows = rows;
        this.stored = new Bound(
                limits.stored(),
                "on disk the items and index entries of all tables",
                "Delete items, or set dynamo.stored-max higher");
        this.definitions = new Bound(
                limits.definitions(),
                "in memory the indexes and tags of all tables",
                "Delete some, or start with a larger heap");
        this.streams = new Streams(rows, limits);
        this.recording = new Recording(limits.clock(), false);
        this.commits = new Commits(rows, stored, streams);
        this.tokens = new Tokens(limits.tokensKept(), StoreLimits.TOKENS_MAX);
        this.numbers = new TableNumbers(rows, limits.clock());
        load();
        this.leftovers = new Leftovers(rows);
    }

    private void load() {
        rows.<Boolean>read(snapshot -> {
            tables.load(snapshot);
            tokens.load(snapshot);
            return true;
        });
        for (TableSummary table : summaries()) {
            stored.add(table.stored());
            definitions.add(table.schema().options().heap());
        }
    }

    public void create(TableSchema schema) {
        catalogue.lock();
        try {
            refuseUnlessFree(schema.name());
            definitions.take(schema.options().heap());
            givingBack(schema.options().heap(), () -> tables.add(numbers.create(schema)));
            streams.changed(TableOptions.NONE, schema.options());
        } finally {
            catalogue.unlock();
        }
    }

    private void givingBack(long heap, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            definitions.add(-heap);
            throw e;
        }
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
        LockedTable table = named(name);
        table.lock().lock();
        try {
            table.refuseIfDropped();
            TableSchema before = table.definition().schema();
            TableSchema after = StreamSwitch.timed(before, change.apply(before.options()), rows.draft());
            if (!after.equals(before)) {
                long growth = after.options().heap() - before.options().heap();
                definitions.take(growth);
                Alteration alteration =
                        new Alteration(rows, table, table.definition().with(after));
                givingBack(growth, () -> alteration.run(stored, limits.clock().instant()));
                streams.changed(before.options(), after.options());
                leftovers.announce();
            }
            return summary(table);
        } finally {
            table.lock().unlock();
        }
    }

    /** Drops a table; returns its description. */
    public TableSummary drop(String name) {
        LockedTable table = named(name);
        table.lock().lock();
        try {
            table.refuseIfDropped();
            TableSchema schema = table.definition().schema();
            if (schema.options().deletionProtected()) {
                throw Refusal.validation("Resource cannot be deleted as it is currently protected against deletion. "
                        + "Disable deletion protection first.");
            }
            TableSummary last = numbers.drop(table);
            tables.remove(table);
            stored.add(-last.stored());
            definitions.add(-schema.options().heap());
            leftovers.announce();
            return last;
        } finally {
            table.lock().unlock();
        }
    }

    /** Names in alphabetical order. */
    public List<String> names() {
        return tables.names();
    }

    /** All tables, by name. */
    public List<TableSummary> summaries() {
        return tables.all().stream()
                .flatMap(table -> ifThere(() -> summary(table)).stream())
                .toList();
    }

    private static <R> Optional<R> ifThere(Supplier<R> reader) {
        try {
            return Optional.of(reader.get());
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    private TableSummary summary(LockedTable table) {
        return rows.read(snapshot -> {
            Definition definition = table.definitionIn(snapshot);
            byte[] figures = snapshot.get(RowKeys.figures(definition.number()));
            return TableSummary.of(definition, figures == null ? Figures.NONE : Figures.of(figures));
        });
    }

    /** Items of a table, 0 if there is no such table. */
    public long items(String name) {
        return ifThere(() -> describe(name).items()).orElse(0L);
    }

    public TableSummary describe(String name) {
        return summary(named(name));
    }

    private LockedTable named(String name) {
        return tables.find(name, "Requested resource not found: Table: " + name + " not found");
    }

    /** Runs {@code reader} on a table as it is at one moment; it may run twice. */
    public <R> R read(String name, Function<Table, R> reader) {
        LockedTable table = tables.find(name, Transaction.NO_SUCH_TABLE);
        return rows.read(snapshot -> reader.apply(table.in(snapshot)));
    }

    /** Runs {@code reader} on several tables as they are at one moment; it may run twice. */
    public <R> R read(Set<String> names, Function<Map<String, Table>, R> reader) {
        Map<String, LockedTable> found = new TreeMap<>();
        names.forEach(name -> found.put(name, tables.find(name, Transaction.NO_SUCH_TABLE)));
        return rows.read(snapshot -> {
            Map<String, Table> then = new TreeMap<>();
            found.forEach((name, table) -> then.put(name, table.in(snapshot)));
            return reader.apply(then);
        });
    }

    /** Carries out one write if its condition holds. */
    public Decision write(Write write, LastCheck last) {
        return transact(List.of(write), last).getFirst();
    }

    /** The same for an item whose end has come: its stream says so. */
    Decision expire(Write write) {
        Transaction transaction = new Transaction(List.of(write), tables, recording.ofExpiry());
        return commits.run(transaction, any -> {}, Commits.Along.NOTHING)
                .decisions()
                .getFirst();
    }

    /** Carries out all writes if every condition holds, otherwise none; the decisions are in the order of the writes. */
    public List<Decision> transact(List<Write> writes, LastCheck last) {
        return commits.run(new Transaction(writes, tables, recording), last, Commits.Along.NOTHING)
                .decisions();
    }

    /**
     * The same once for a client's token.
     *
     * @return empty if the same transaction was done with this token before
     * @throws Refusal IdempotentParameterMismatchException or TransactionInProgressException, see {@link Tokens}
     */
    public Optional<List<Decision>> transact(List<Write> writes, ClientToken token, LastCheck last) {
        if (!tokens.begin(token)) {
            return Optional.empty();
        }
        try {
            Transaction transaction = new Transaction(writes, tables, recording);
            return Optional.of(
                    commits.run(transaction, last, tokens.along(token)).decisions());
        } finally {
            tokens.end(token);
        }
    }

    /** Carries out writes one after another until one is refused; see {@link Commits#each}. */
    public List<Decision> writeEach(List<Write> writes, LastCheck last) {
        return commits.each(
                writes.stream()
                        .<Supplier<Transaction>>map(write -> () -> new Transaction(List.of(write), tables, recording))
                        .toList(),
                last);
    }

    /** Carries out a line of an older journal; nobody else writes. */
    void carryOut(Commit commit, boolean await) {
        new TakenOver(this, rows, tables, tokens).carryOut(commit, await);
    }

    /** Bytes of heap that carrying out the writes takes besides their own. */
    public long weigh(List<Write> writes) {
        return rows.read(snapshot -> new Weights(snapshot, tables).of(writes));
    }

    /** Bytes of heap that an item takes when it is read, 0 for a missing one. */
    public long weigh(String table, Map<String, AttributeValue> key) {
        LockedTable locked = tables.find(table, Transaction.NO_SUCH_TABLE);
        return rows.read(snapshot -> Weights.heap(
                snapshot, locked, KeyRules.ofKey(locked.definition().schema(), key)));
    }

    public Streams streams() {
        return streams;
    }

    public StoreLimits limits() {
        return limits;
    }

    public StoreSummary summary() {
        return new StoreSummary(stored.used(), stored.max(), rows.bytes(), rows.failures(), rows.isBroken());
    }

    @Override
    public void close() {
        leftovers.close();
        rows.close();
    }
}
