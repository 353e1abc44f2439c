package emptyrecord.dwfm.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Rows of the redo log of one long write, and the conditions under which they come and go. A part is put where there is
 * none. The commit row is put if the first part is of the same log, and parts are cleared from the first on, if there is
 * no commit row. So a commit row never stands without its parts, however late DynamoDB carries out a call.
 *
 * @param id of the log; empty for one of an earlier version of this program
 */
record RedoRows(InstanceItems items, String id) {

    static final String COMMIT = "redo";

    private static final String LOG = "logId";
    private static final String PARTS = "parts";
    private static final String PUTS = "puts";

    private static final String NO_ROW = "attribute_not_exists(id)";

    /** The log that this row is of. */
    static RedoRows of(InstanceItems items, Map<String, AttributeValue> row) {
        return new RedoRows(items, id(row));
    }

    static String id(Map<String, AttributeValue> row) {
        return row.getOrDefault(LOG, InstanceItems.text("")).s();
    }

    static long parts(Map<String, AttributeValue> commit) {
        return InstanceItems.numberIn(commit, PARTS);
    }

    static List<Map<String, AttributeValue>> puts(Map<String, AttributeValue> part) {
        return part.getOrDefault(PUTS, AttributeValue.fromL(List.of())).l().stream()
                .map(AttributeValue::m)
                .toList();
    }

    static String part(int number) {
        return COMMIT + " " + number;
    }

    TransactWriteItem part(int number, List<Map<String, AttributeValue>> rows) {
        AttributeValue puts =
                AttributeValue.fromL(rows.stream().map(AttributeValue::fromM).toList());
        return putNew(
                Map.of(InstanceItems.ID, InstanceItems.text(part(number)), LOG, InstanceItems.text(id), PUTS, puts));
    }

    List<TransactWriteItem> commit(int parts) {
        TransactWriteItem row = putNew(Map.of(
                InstanceItems.ID,
                InstanceItems.text(COMMIT),
                LOG,
                InstanceItems.text(id),
                PARTS,
                InstanceItems.number(parts)));
        ConditionCheck first = ConditionCheck.builder()
                .tableName(items.table())
                .key(InstanceItems.key(part(1)))
                .conditionExpression(sameLog())
                .expressionAttributeValues(values())
                .build();
        return List.of(row, TransactWriteItem.builder().conditionCheck(first).build());
    }

    private TransactWriteItem putNew(Map<String, AttributeValue> row) {
        Put put = Put.builder()
                .tableName(items.table())
                .item(row)
                .conditionExpression(NO_ROW)
                .build();
        return TransactWriteItem.builder().put(put).build();
    }

    TransactWriteItem delete(String row) {
        Delete delete = Delete.builder()
                .tableName(items.table())
                .key(InstanceItems.key(row))
                .conditionExpression(sameLog())
                .expressionAttributeValues(values())
                .build();
        return TransactWriteItem.builder().delete(delete).build();
    }

    List<TransactWriteItem> clear(int part) {
        ConditionCheck uncommitted = ConditionCheck.builder()
                .tableName(items.table())
                .key(InstanceItems.key(COMMIT))
                .conditionExpression(NO_ROW)
                .build();
        return List.of(
                delete(part(part)),
                TransactWriteItem.builder().conditionCheck(uncommitted).build());
    }

    private String sameLog() {
        return id.isEmpty() ? "attribute_not_exists(" + LOG + ")" : LOG + " = :log";
    }

    /** Null for none, as DynamoDB refuses an empty map. */
    private @Nullable Map<String, AttributeValue> values() {
        return id.isEmpty() ? null : Map.of(":log", InstanceItems.text(id));
    }
}
