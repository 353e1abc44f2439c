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
}
