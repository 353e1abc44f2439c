package emptyrecord.dwfm.client;

import emptyrecord.dwfm.instances.InstanceTable.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes that do not fit into one transaction, all or nothing: a redo log in the table itself. The new rows are written as
 * parts that nobody reads, then one row says how many parts count. With that row the write is done, whatever is killed;
 * what is left is to copy the parts to their places, which may be repeated. Nothing else is read or written before.
 *
 * <p>The rows are put unconditionally: the caller has read them in the same turn, and is the table's only writer.
 */
final class LongWrites {

    /** DynamoDB: writes of a transaction. */
    static final int WRITES_MAX = 100;

    /** Characters of a transaction, ten launches with all the tags they may have; the service takes 4 MB, here it is 1 MB. */
    private static final int TRANSACTION_MAX = 450_000;

    /** Characters of a part; an item may have 400 KB (our choice, for text of three bytes a character). */
    private static final int PART_MAX = 100_000;

    private static final String COMMIT = "redo";
    private static final String PARTS = "parts";
    private static final String PUTS = "puts";

    private final DynamoDbClient dynamo;
    private final InstanceItems items;

    /** Whether the table may hold a redo log: always before the first look. */
    private volatile boolean open = true;

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

    void write(List<Change> changes) {
        List<List<Map<String, AttributeValue>>> parts = parts(changes);
        open = true;
        for (int n = 1; n <= parts.size(); n++) {
            transact(List.of(items.plain(Map.of(
                    InstanceItems.ID,
                    InstanceItems.text(part(n)),
                    PUTS,
                    AttributeValue.fromL(
                            parts.get(n - 1).stream().map(AttributeValue::fromM).toList())))));
        }
        transact(List.of(items.plain(
                Map.of(InstanceItems.ID, InstanceItems.text(COMMIT), PARTS, InstanceItems.number(parts.size())))));
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

    /** Brings a write that was committed to its end, and clears one that was not. */
    void finish() {
        if (open) {
            long parts = InstanceItems.numberIn(read(COMMIT), PARTS);
            for (int n = 1; n <= parts; n++) {
                transact(read(part(n)).getOrDefault(PUTS, AttributeValue.fromL(List.of())).l().stream()
                        .map(put -> items.plain(put.m()))
                        .toList());
            }
            if (parts > 0) {
                transact(List.of(items.delete(COMMIT)));
            }
            for (int n = 1; !read(part(n)).isEmpty(); n++) {
                transact(List.of(items.delete(part(n))));
            }
            open = false;
        }
    }

    private Map<String, AttributeValue> read(String id) {
        return dynamo.getItem(r ->
                        r.tableName(items.table()).key(InstanceItems.key(id)).consistentRead(true))
                .item();
    }

    private static String part(int number) {
        return COMMIT + " " + number;
    }
}
