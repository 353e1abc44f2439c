package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.table.WriteRules;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.JsonLength;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes that are decided under the locks of all their tables and committed together, or not at all. */
final class Transaction {

    static final String NO_SUCH_TABLE = "Requested resource not found";

    private final List<Write> writes;

    /** In the order of names, so that two transactions never wait for each other. */
    private final TreeMap<String, LockedTable> touched = new TreeMap<>();

    private final List<Decision> decisions;
    private final List<Accepted> accepted;
    private final List<Change> changes;

    /** Bytes that the changes add to the stored heap. */
    private long growth;

    Transaction(List<Write> writes, Tables tables) {
        this.writes = writes;
        this.decisions = new ArrayList<>(writes.size());
        this.accepted = new ArrayList<>(writes.size());
        this.changes = new ArrayList<>(writes.size());
        writes.forEach(write -> touched.put(write.table(), tables.find(write.table(), NO_SUCH_TABLE)));
    }

    /** The same with a token, which is remembered even if nothing changes. */
    Transaction(List<Write> writes, Tables tables, ClientToken token) {
        this(writes, tables);
        changes.add(new Change.Remembered(token));
        growth = Tokens.HEAP;
    }

    /** Decides all writes; if every one is accepted and changes something, commits the changes. */
    List<Decision> run(LastCheck last, Consumer<List<Change>> commit) {
        touched.values().forEach(table -> table.writeLock().lock());
        try {
            writes.forEach(this::decide);
            if (accepted.size() == writes.size()) {
                last.check(decisions);
                refuseLong();
                if (!changes.isEmpty()) {
                    commit.accept(changes);
                }
            }
        } finally {
            touched.values().forEach(table -> table.writeLock().unlock());
        }
        return decisions;
    }

    /** Bytes that the changes add to the stored heap, negative if they free some. */
    long growth() {
        return growth;
    }

    private void decide(Write write) {
        LockedTable table = Objects.requireNonNull(touched.get(write.table()));
        table.refuseIfDropped();
        Decision decision = WriteRules.decide(table.table(), write);
        decisions.add(decision);
        if (decision instanceof Accepted done) {
            accepted.add(done);
            TableSchema schema = table.table().schema();
            change(schema, done).ifPresent(changes::add);
            growth += done.after().map(schema::heapOf).orElse(0L)
                    - done.before().map(schema::heapOf).orElse(0L);
        }
    }

    /** All changes of a transaction are one line, which is made in memory. */
    private void refuseLong() {
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
}
