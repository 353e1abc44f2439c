package emptyrecord.dwfm.client;

import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes that do not fit into one transaction, all or nothing: a redo log in the table itself. The new rows are written as
 * parts that nobody reads, then one row says how many parts count. With that row the write is done, whatever is killed;
 * what is left is to copy the parts to their places, which may be repeated. Nothing else is read or written before.
 *
 * <p>A call that is not answered may be carried out later. So each row of a log is written and deleted on the condition
 * that the log is still the same ({@link RedoRows}).
 *
 * <p>The caller has read the rows in the same turn, and is the table's only writer, so they are put without the condition
 * that they are as they were. Only a newer version is kept: then this copy comes late, and was made before.
 */
final class LongWrites {

    /** DynamoDB: writes of a transaction. */
    static final int WRITES_MAX = 100;

    /** Characters of a transaction, ten launches with all the tags they may have; the service takes 4 MB, here it is 1 MB. */
    private static final int TRANSACTION_MAX = 450_000;

    /** Characters of a part; an item may have 400 KB (our choice, for text of three bytes a character). */
    private static final int PART_MAX = 100_000;

    private static final Logger log = LoggerFactory.getLogger(LongWrites.class);

    private final DynamoDbClient dynamo;
    private final InstanceItems items;

    /** Whether the table may hold a redo log that nobody writes now: always before the first look. */
    private volatile boolean open = true;

    private boolean complained;

    LongWrites(DynamoDbClient dynamo, InstanceItems items) {
        this.dynamo = dynamo;
        this.items = items;
    }

    /** What one transaction does. */
    void transact(List<TransactWriteItem> writes) {
        var unused = dynamo.transactWriteItems(r -> r.transactItems(writes));
    }

    /** A list that fits into one transaction, by number and text. */
    static boolean fits(List<Change> changes) {
        return changes.size() <= WRITES_MAX && length(changes) <= TRANSACTION_MAX;
    }

    private static long length(List<Change> changes) {
        return changes.stream().mapToLong(LongWrites::length).sum();
    }

    /** Of the row's JSON, roughly: names of fields, and texts that JSON may have to escape. */
    private static int length(Change change) {
        return change instanceof Change.Put put
                ? 900
                        + 2 * put.instance().kind().length()
                        + put.instance().clientToken().length()
                : 100;
    }

    /** To be called after {@link #finish}, by one thread at a time. */
    void write(List<Change> changes) {
        List<List<Map<String, AttributeValue>>> parts = parts(changes);
        RedoRows redo = new RedoRows(items, UUID.randomUUID().toString());
        try {
            for (int n = 1; n <= parts.size(); n++) {
                transact(List.of(redo.part(n, parts.get(n - 1))));
            }
        } catch (RuntimeException e) {
            open = true;
            throw e;
        }
        commit(redo.commit(parts.size()));
    }

    /** Nobody looks for leftovers meanwhile, and everybody does afterwards. */
    private synchronized void commit(List<TransactWriteItem> row) {
        open = true;
        transact(row);
    }

    private List<List<Map<String, AttributeValue>>> parts(List<Change> changes) {
        List<List<Map<String, AttributeValue>>> parts = new ArrayList<>();
        List<Change> part = new ArrayList<>();
        for (Change change : changes) {
            if (part.size() == WRITES_MAX || length(part) + length(change) > PART_MAX) {
                parts.add(part.stream().map(items::item).toList());
                part.clear();
            }
            part.add(change);
        }
        parts.add(part.stream().map(items::item).toList());
        return parts;
    }

    /**
     * Brings a write that was committed to its end, and clears one that was not.
     *
     * @throws TableException if a part of a committed write is missing
     */
    void finish() {
        if (open) {
            finishOpen();
        }
    }

    private synchronized void finishOpen() {
        if (!open) {
            return;
        }
        Map<String, AttributeValue> commit = read(RedoRows.COMMIT);
        if (!commit.isEmpty()) {
            committed(commit).forEach(this::copy);
            transact(List.of(RedoRows.of(items, commit).delete(RedoRows.COMMIT)));
        }
        clear();
        open = false;
    }

    /** All parts, before the first is copied. */
    private List<List<Map<String, AttributeValue>>> committed(Map<String, AttributeValue> commit) {
        List<List<Map<String, AttributeValue>>> parts = new ArrayList<>();
        for (int n = 1; n <= RedoRows.parts(commit); n++) {
            Map<String, AttributeValue> part = read(RedoRows.part(n));
            List<Map<String, AttributeValue>> rows = RedoRows.puts(part);
            if (rows.isEmpty() || !RedoRows.id(part).equals(RedoRows.id(commit))) {
                throw damaged(n);
            }
            parts.add(rows);
        }
        return parts;
    }

    private TableException damaged(int part) {
        String message = "the table " + items.table() + " has a write of many rows (row '" + RedoRows.COMMIT
                + "') without its part '" + RedoRows.part(part) + "'. Put the part back, or delete the row '"
                + RedoRows.COMMIT + "': then that write never happened";
        if (!complained) {
            complained = true;
            log.atError().log("EC2's front end can do nothing: {}", message);
        }
        return new TableException(TableException.Effect.NONE, message);
    }

    private void copy(List<Map<String, AttributeValue>> rows) {
        transact(rows.stream().map(items::unlessNewer).toList());
    }

    /** From the first part on: without that one a commit row that is still on its way is refused. */
    private void clear() {
        int n = 1;
        for (Map<String, AttributeValue> part = read(RedoRows.part(n));
                !part.isEmpty();
                part = read(RedoRows.part(n))) {
            transact(RedoRows.of(items, part).clear(n));
            n++;
        }
    }

    private Map<String, AttributeValue> read(String id) {
        return dynamo.getItem(r ->
                        r.tableName(items.table()).key(InstanceItems.key(id)).consistentRead(true))
                .item();
    }
}
