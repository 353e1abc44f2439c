package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Query and Scan: which keys a condition selects, how pages end, and what is rejected in DynamoDB's words. */
class QueryIT extends ServedProtocol {

    private static final int ITEMS = 6;
    private static final String NOT_AN_OPERATOR =
            "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression";

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        createRanged("pages");
        for (int i = 0; i < ITEMS; i++) {
            put("pages", "{'pk':{'S':'p'},'sk':{'N':'" + i * 10 + "'},'even':{'BOOL':" + (i % 2 == 0) + "}}");
        }
        put("pages", "{'pk':{'S':'other'},'sk':{'N':'1'}}");
    }

    private static String query(String condition, String more) {
        String values = "':p':{'S':'p'}" + (condition.contains(":c") ? ",':c':{'N':'20'}" : "")
                + (condition.contains(":d") ? ",':d':{'N':'40'}" : "")
                + (more.contains(":t") ? ",':t':{'BOOL':true}" : "");
        return "{'TableName':'pages','KeyConditionExpression':'" + condition + "','ExpressionAttributeValues':{"
                + values + "}" + more + "}";
    }

    private static List<Integer> keys(Reply reply) {
        List<Integer> keys = new ArrayList<>();
        for (JsonNode item : reply.body().path("Items")) {
            keys.add(Integer.parseInt(item.path("sk").path("N").asString()));
        }
        return keys;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pk = :p | 0 10 20 30 40 50",
                "pk = :p AND sk = :c | 20",
                "sk = :c AND pk = :p | 20",
                "((sk = :c) AND (pk = :p)) | 20",
                "pk = :p AND sk < :c | 0 10",
                "pk = :p AND sk <= :c | 0 10 20",
                "pk = :p AND sk > :c | 30 40 50",
                "pk = :p AND sk >= :c | 20 30 40 50",
                "pk = :p AND sk BETWEEN :c AND :d | 20 30 40"
            })
    void aKeyConditionSelectsARangeOfTheRangeKey(String condition, String expected) throws Exception {
        assertThat(keys(call("Query", query(condition, ""))))
                .containsExactlyElementsOf(List.of(expected.split(" ")).stream()
                        .map(Integer::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "pk = :p AND sk <> :c",
        "pk = :p OR sk = :c",
        "NOT pk = :p",
        "'pk = :p AND contains(sk, :c)'",
        "'pk = :p AND sk IN (:c)'"
    })
    void otherOperatorsAreNoKeyConditions(String condition) throws Exception {
        assertRejected(call("Query", query(condition, "")), NOT_AN_OPERATOR);
    }

    @Test
    void theHashKeyIsNeededAndCanOnlyBeEqual() throws Exception {
        assertRejected(
                call("Query", query("sk = :c AND sk < :d", "").replace("':p':{'S':'p'},", "")),
                "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key");
        assertRejected(
                call("Query", query("sk = :c", "").replace("':p':{'S':'p'},", "")),
                "Query condition missed key schema element: pk");
        assertRejected(call("Query", query("pk > :p AND sk = :c", "")), "Query key condition not supported");
    }

    @Test
    void backwardsIsTheSameRangeFromItsEnd() throws Exception {
        assertThat(keys(call("Query", query("pk = :p AND sk > :c", ",'ScanIndexForward':false"))))
                .containsExactly(50, 40, 30);
    }

    @Test
    void theLimitCountsWhatIsReadNotWhatTheFilterLeaves() throws Exception {
        List<Integer> seen = new ArrayList<>();
        String start = "";
        int pages = 0;
        do {
            Reply page = call("Query", query("pk = :p", ",'FilterExpression':'even = :t','Limit':2" + start));
            seen.addAll(keys(page));
            assertThat(page.body().path("Count").asInt()).isEqualTo(keys(page).size());
            if (pages++ == 0) {
                assertThat(page.body().path("ScannedCount").asInt()).isEqualTo(2);
                assertThat(keys(page)).containsExactly(0);
            }
            String last = page.at("/LastEvaluatedKey");
            start = last.isEmpty() ? "" : ",'ExclusiveStartKey':" + last;
        } while (!start.isEmpty() && pages < ITEMS);
        assertThat(seen).containsExactly(0, 20, 40);
    }

    @Test
    void aPageGoesOnBehindAKeyThatIsNotThere() throws Exception {
        String start = ",'ExclusiveStartKey':{'pk':{'S':'p'},'sk':{'N':'25.0'}}";
        assertThat(keys(call("Query", query("pk = :p", start)))).containsExactly(30, 40, 50);
        assertThat(keys(call("Query", query("pk = :p", start + ",'ScanIndexForward':false"))))
                .containsExactly(20, 10, 0);
    }

    @Test
    void aCountHasNoItems() throws Exception {
        Reply count = call("Query", query("pk = :p", ",'Select':'COUNT'"));
        assertThat(count.body().path("Count").asInt()).isEqualTo(ITEMS);
        assertThat(count.body().has("Items")).isFalse();
    }

    @Test
    void aProjectionKeepsOnlyWhatItNames() throws Exception {
        Reply projected = call("Query", query("pk = :p AND sk = :c", ",'ProjectionExpression':'even'"));
        assertThat(projected.at("/Items/0")).isEqualTo("{\"even\":{\"BOOL\":true}}");
    }

    @Test
    void aLimitIsAtLeastOne() throws Exception {
        assertRejected(
                call("Query", query("pk = :p", ",'Limit':0")),
                "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: "
                        + "Member must have value greater than or equal to 1");
    }

    @Test
    void aScanPagesThroughAllPartitionsAndMayFilterOnKeys() throws Exception {
        List<Integer> seen = new ArrayList<>();
        String start = "";
        do {
            Reply page = call("Scan", "{'TableName':'pages','Limit':3" + start + "}");
            seen.addAll(keys(page));
            String last = page.at("/LastEvaluatedKey");
            start = last.isEmpty() ? "" : ",'ExclusiveStartKey':" + last;
        } while (!start.isEmpty());
        assertThat(seen).containsExactlyInAnyOrder(0, 10, 20, 30, 40, 50, 1);
        assertThat(keys(call(
                        "Scan",
                        "{'TableName':'pages','FilterExpression':'sk = :c',"
                                + "'ExpressionAttributeValues':{':c':{'N':'1'}}}")))
                .containsExactly(1);
    }

    @Test
    void anUnknownTableIsNotFound() throws Exception {
        Reply reply = call("Scan", "{'TableName':'nowhere'}");
        assertThat(reply.code()).isEqualTo("ResourceNotFoundException");
        assertThat(reply.message()).isEqualTo("Requested resource not found");
    }

    @Test
    void aSelectionDoesNotContradictTheProjection() throws Exception {
        assertRejected(
                call("Query", query("pk = :p", ",'Select':'SPECIFIC_ATTRIBUTES'")),
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        assertRejected(
                call("Query", query("pk = :p", ",'Select':'COUNT','ProjectionExpression':'even'")),
                "Cannot specify the ProjectionExpression when choosing to get only the Count");
        assertRejected(
                call("Query", query("pk = :p", ",'Select':'ALL_PROJECTED_ATTRIBUTES'")),
                "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }

    @Test
    void aStartOutsideTheConditionIsRefused() throws Exception {
        String start = ",'ExclusiveStartKey':{'pk':{'S':'p'},'sk':{'N':'10'}}";
        assertRejected(
                call("Query", query("pk = :p AND sk > :c", start)),
                "The provided starting key is outside query boundaries based on provided conditions");
    }

    @Test
    void segmentsOfAScanAreDisjointAndTogetherAll() throws Exception {
        List<Integer> seen = new ArrayList<>();
        for (int segment = 0; segment < 3; segment++) {
            seen.addAll(keys(call("Scan", "{'TableName':'pages','Segment':" + segment + ",'TotalSegments':3}")));
        }
        assertThat(seen).containsExactlyInAnyOrder(0, 10, 20, 30, 40, 50, 1);
    }

    @Test
    void legacyConditionsSelectTheSameItems() throws Exception {
        String key = "'KeyConditions':{'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'p'}]},"
                + "'sk':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'N':'10'},{'N':'40'}]}}";
        String filter = ",'QueryFilter':{'even':{'ComparisonOperator':'EQ','AttributeValueList':[{'BOOL':true}]}}";
        assertThat(keys(call("Query", "{'TableName':'pages'," + key + "}"))).containsExactly(10, 20, 30, 40);
        Reply filtered = call("Query", "{'TableName':'pages','AttributesToGet':['sk']," + key + filter + "}");
        assertThat(filtered.at("/Items")).isEqualTo("[{\"sk\":{\"N\":\"20\"}},{\"sk\":{\"N\":\"40\"}}]");
        String either = "'ConditionalOperator':'OR','ScanFilter':{"
                + "'sk':{'ComparisonOperator':'LT','AttributeValueList':[{'N':'1'}]},"
                + "'even':{'ComparisonOperator':'NULL'}}";
        assertThat(keys(call("Scan", "{'TableName':'pages'," + either + "}"))).containsExactlyInAnyOrder(0, 1);
        assertRejected(
                call("Query", "{'TableName':'pages'," + key.replace("BETWEEN", "CONTAINS") + "}"),
                "Attempted conditional constraint is not an indexable operation");
    }

    private static String owned(String index, String more) {
        return "{'TableName':'owned','IndexName':'" + index + "','KeyConditionExpression':'o = :o',"
                + "'ExpressionAttributeValues':{':o':{'S':'ann'}}" + more + "}";
    }

    /** Items with an owner, of which one has none, and indexes that show the keys only. */
    private static void createOwned() throws IOException, InterruptedException {
        String keys = "'Projection':{'ProjectionType':'KEYS_ONLY'},'KeySchema':[{'AttributeName':'";
        Reply created = call(
                "CreateTable",
                "{'TableName':'owned','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':["
                        + "{'AttributeName':'pk','AttributeType':'S'},{'AttributeName':'sk','AttributeType':'N'},"
                        + "{'AttributeName':'o','AttributeType':'S'}],'KeySchema':["
                        + "{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'sk','KeyType':'RANGE'}],"
                        + "'GlobalSecondaryIndexes':[{'IndexName':'global'," + keys + "o','KeyType':'HASH'}]}],"
                        + "'LocalSecondaryIndexes':[{'IndexName':'local'," + keys + "pk','KeyType':'HASH'},"
                        + "{'AttributeName':'o','KeyType':'RANGE'}]}]}");
        assertThat(created.code()).as(created.message()).isEqualTo("ok");
        for (int i = 0; i < 4; i++) {
            put("owned", "{'pk':{'S':'p'},'sk':{'N':'" + i + "'},'o':{'S':'ann'},'x':{'S':'more'}}");
        }
        put("owned", "{'pk':{'S':'p'},'sk':{'N':'9'}}");
    }

    @Test
    void anIndexIsReadLikeATable() throws Exception {
        createOwned();
        Reply first = call("Query", owned("global", ",'Limit':3,'ReturnConsumedCapacity':'INDEXES'"));
        assertThat(keys(first)).containsExactly(0, 1, 2);
        assertThat(first.at("/Items/0")).contains("\"o\"", "\"pk\"", "\"sk\"").doesNotContain("\"x\"");
        assertThat(first.at("/ConsumedCapacity/GlobalSecondaryIndexes/global/CapacityUnits"))
                .isEqualTo("0.5");
        assertThat(first.at("/ConsumedCapacity/Table/CapacityUnits")).isEqualTo("0.0");
        String rest = ",'ExclusiveStartKey':" + first.at("/LastEvaluatedKey");
        assertThat(keys(call("Query", owned("global", rest)))).containsExactly(3);
        assertThat(keys(call("Scan", "{'TableName':'owned','IndexName':'local'}")))
                .as("the item without an owner is not in it")
                .containsExactly(0, 1, 2, 3);
        assertRejected(
                call("Query", owned("global", ",'ConsistentRead':true")),
                "Consistent reads are not supported on global secondary indexes");
        assertRejected(
                call("Query", owned("global", ",'Select':'ALL_ATTRIBUTES'")),
                "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global "
                        + "secondary index global because its projection type is not ALL");
        assertRejected(
                call("Query", owned("global", ",'ProjectionExpression':'x'")),
                "One or more parameter values were invalid: Global secondary index global does not project [x]");
        assertRejected(
                call("Query", owned("global", ",'ExclusiveStartKey':{'o':{'S':'ann'}}")),
                "The provided starting key is invalid: The provided key element does not match the schema");
        assertLocalIndexFetches();
        assertWritesFollow();
    }

    /** A local index completes its items from the table, and that costs a read of each. */
    private static void assertLocalIndexFetches() throws IOException, InterruptedException {
        Reply whole = call(
                "Query",
                owned("local", ",'Select':'ALL_ATTRIBUTES','ReturnConsumedCapacity':'INDEXES'")
                        .replace("o = :o", "pk = :o")
                        .replace("ann", "p"));
        assertThat(whole.at("/Items/0/x/S")).isEqualTo("more");
        assertThat(whole.at("/ConsumedCapacity/LocalSecondaryIndexes/local/CapacityUnits"))
                .isEqualTo("0.5");
        assertThat(whole.at("/ConsumedCapacity/Table/CapacityUnits")).isEqualTo("2.0");
    }

    private static void assertWritesFollow() throws IOException, InterruptedException {
        String item = "{'TableName':'owned','Item':{'pk':{'S':'p'},'sk':{'N':'1'},'o':%s},"
                + "'ReturnConsumedCapacity':'INDEXES','ReturnItemCollectionMetrics':'SIZE'}";
        Reply moved = call("PutItem", item.formatted("{'S':'bob'}"));
        assertThat(moved.at("/ConsumedCapacity/CapacityUnits"))
                .as("one for the table, and a delete and a put in each index")
                .isEqualTo("5.0");
        assertThat(moved.at("/ItemCollectionMetrics/ItemCollectionKey/pk/S")).isEqualTo("p");
        assertThat(keys(call("Query", owned("global", "")))).containsExactly(0, 2, 3);
        assertRejected(
                call("PutItem", item.formatted("{'N':'1'}")),
                "One or more parameter values were invalid: Type mismatch for Index Key o Expected: S Actual: N "
                        + "IndexName: local");
    }
}
