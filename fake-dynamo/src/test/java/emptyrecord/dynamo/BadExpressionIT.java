package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions that make no sense whatever the item is are refused with a reason, before an item is looked at. */
class BadExpressionIT extends KeptItem {

    @Test
    void placeholdersAreNeitherEmptyNorIdleNorWithoutAnExpression() throws Exception {
        String remove = "'UpdateExpression':'REMOVE n',";
        assertRejected(
                update(remove + "'ExpressionAttributeValues':{}"), "ExpressionAttributeValues must not be empty");
        assertRejected(update(remove + "'ExpressionAttributeNames':{}"), "ExpressionAttributeNames must not be empty");
        assertRejected(
                update(remove + "'ExpressionAttributeValues':{':idle':{'S':'x'}}"),
                "Value provided in ExpressionAttributeValues unused in expressions: keys: {:idle}");
        assertRejected(
                update(remove + "'ExpressionAttributeNames':{'n':'n'}"),
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"n\"");
        assertRejected(
                update(remove + "'ExpressionAttributeValues':{'v':{'S':'x'}}"),
                "ExpressionAttributeValues contains invalid key: Syntax error; key: \"v\"");
        assertRejected(
                call("GetItem", "{" + KEY + ",'ExpressionAttributeNames':{'#n':'n'}}"),
                "ExpressionAttributeNames can only be specified when using expressions");
        assertRejected(update("'UpdateExpression':''"), "Invalid UpdateExpression: The expression can not be empty;");
        assertKept();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "n BETWEEN :9 AND :1 | The BETWEEN operator requires upper bound to be greater than or equal to lower "
                        + "bound; lower bound operand: AttributeValue: {N:9}, upper bound operand: AttributeValue: {N:1}",
                "NOT (n = :1 OR n BETWEEN :1 AND :z) | The BETWEEN operator requires same data type for lower and upper "
                        + "bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:z}",
                "contains(word, word) | The first operand must be distinct from the remaining operands for this operator "
                        + "or function; operator: contains, first operand: [word]"
            })
    void aConditionThatNoItemCouldMeetIsRefusedBeforeOneIsLookedAt(String condition, String reason) throws Exception {
        StringBuilder values = new StringBuilder();
        for (String name : new String[] {"9", "1", "z"}) {
            if (condition.contains(":" + name)) {
                values.append(values.isEmpty() ? "" : ",").append("':" + name + "':{'");
                values.append((name.equals("z") ? "S" : "N") + "':'" + name + "'}");
            }
        }
        String bound = values.isEmpty() ? "" : ",'ExpressionAttributeValues':{" + values + "}";
        String refusal = "Invalid ConditionExpression: " + reason;
        String conditioned = "'ConditionExpression':'" + condition + "'" + bound;
        assertRejected(call("DeleteItem", "{" + KEY + "," + conditioned + "}"), refusal);
        assertRejected(
                call("DeleteItem", "{'TableName':'canary','Key':{'id':{'S':'nobody'}}," + conditioned + "}"), refusal);
        assertRejected(
                call("TransactWriteItems", "{'TransactItems':[{'Delete':{" + KEY + "," + conditioned + "}}]}"),
                refusal);
        assertKept();
    }

    @Test
    void equalBoundsAreFineAndAPartOfAnotherAttributeIs() throws Exception {
        String between = "'KeyConditionExpression':'pk = :p AND sk BETWEEN :a AND :b','ExpressionAttributeValues':{"
                + "':p':{'S':'p'},':a':{'N':'%s'},':b':{'N':'%s'}}";
        assertThat(query(between.formatted("5", "5.0")).at("/Count")).isEqualTo("1");
        assertThat(query(between.formatted("9", "1")).message())
                .startsWith("Invalid KeyConditionExpression: The BETWEEN operator requires upper bound");
        assertThat(update(
                                "'UpdateExpression':'SET ok = n','ConditionExpression':'contains(word, #w) OR attribute_exists(n)',"
                                        + "'ExpressionAttributeNames':{'#w':'l'}")
                        .code())
                .isEqualTo("ok");
        assertRejected(
                update("'UpdateExpression':'SET ok = n','ConditionExpression':'contains(word, #w)',"
                        + "'ExpressionAttributeNames':{'#w':'word'}"),
                "Invalid ConditionExpression: The first operand must be distinct from the remaining operands for this "
                        + "operator or function; operator: contains, first operand: [word]");
    }

    @ParameterizedTest
    @CsvSource({
        "sk = :n, sk",
        "n = :n AND attribute_exists(pk), pk",
        "NOT (n = :n OR size(pk) > :n), pk",
        "':n IN (n, sk)', sk",
        "n BETWEEN sk AND :n, sk",
        "'begins_with(pk, n) AND n = :n', pk"
    })
    void theFilterOfAQueryLooksAtNoKey(String filter, String key) throws Exception {
        assertRejected(
                query("'KeyConditionExpression':'pk = :p','FilterExpression':'" + filter
                        + "','ExpressionAttributeValues':{':p':{'S':'p'},':n':{'N':'5'}}"),
                "Filter Expression can only contain non-primary key attributes: Primary key attribute: " + key);
    }

    @Test
    void keyConditionsAreReadFromBothSides() throws Exception {
        String values = ",'ExpressionAttributeValues':{':p':{'S':'p'},':n':{'N':'4'}}";
        assertThat(query("'KeyConditionExpression':':p = pk AND :n < sk'" + values)
                        .at("/Count"))
                .isEqualTo("1");
        assertThat(query("'KeyConditionExpression':':p = pk AND :n <= sk'" + values)
                        .at("/Count"))
                .isEqualTo("1");
        assertThat(query("'KeyConditionExpression':'pk = :p AND :n > sk'" + values)
                        .at("/Count"))
                .isEqualTo("0");
        assertThat(query("'KeyConditionExpression':'pk = :p AND :n >= sk'" + values)
                        .at("/Count"))
                .isEqualTo("0");
        assertRejected(
                query("'KeyConditionExpression':'pk = :p AND :n <> sk'" + values),
                "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression");
    }

    @ParameterizedTest
    @CsvSource({"SET n = n + word", "SET n = word + n", "'SET l = list_append(l, word)'", "SET n = l - n"})
    void sumsAreOfNumbersAndListsAreJoinedWithLists(String expression) throws Exception {
        assertRejected(
                update("'UpdateExpression':'" + expression + "'"),
                "An operand in the update expression has an incorrect data type");
        assertKept();
    }
}
