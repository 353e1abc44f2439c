package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** PartiQL as statements, batches and transactions. */
class PartiqlIT extends ServedProtocol {

    private static int tables;
    private String table = "";

    @BeforeEach
    void songs() throws Exception {
        table = "songs-" + ++tables;
        assertThat(call(
                                "CreateTable",
                                "{'TableName':'" + table + "','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':["
                                        + "{'AttributeName':'pk','AttributeType':'S'},"
                                        + "{'AttributeName':'sk','AttributeType':'N'},"
                                        + "{'AttributeName':'n','AttributeType':'N'}],'KeySchema':["
                                        + "{'AttributeName':'pk','KeyType':'HASH'},"
                                        + "{'AttributeName':'sk','KeyType':'RANGE'}],'GlobalSecondaryIndexes':["
                                        + "{'IndexName':'by-n','KeySchema':[{'AttributeName':'n','KeyType':'HASH'}],"
                                        + "'Projection':{'ProjectionType':'KEYS_ONLY'}}]}")
                        .code())
                .isEqualTo("ok");
        for (int sk = 1; sk <= 4; sk++) {
            put(table, "{'pk':{'S':'a'},'sk':{'N':'" + sk + "'},'n':{'N':'7'},'m':{'M':{'x':{'S':'v" + sk + "'}}}}");
        }
        put(table, "{'pk':{'S':'b'},'sk':{'N':'1'},'n':{'N':'8'},'tags':{'SS':['x']}}");
    }

    /** @param statement TABLE stands for the table */
    private String json(String statement) {
        return new JsonMapper().writeValueAsString(statement.replace("TABLE", "\"" + table + "\""));
    }

    private Reply run(String statement, String more) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                server.post("ExecuteStatement", "{\"Statement\":" + json(statement) + more.replace('\'', '"') + "}");
        return Reply.of(answer.statusCode(), answer.body());
    }

    private Reply run(String statement) throws IOException, InterruptedException {
        return run(statement, "");
    }

    private Reply runAll(String operation, String member, String... statements) throws Exception {
        List<String> parts = new ArrayList<>();
        for (String statement : statements) {
            parts.add("{\"Statement\":" + json(statement) + "}");
        }
        HttpResponse<String> answer = server.post(operation, "{\"" + member + "\":[" + String.join(",", parts) + "]}");
        return Reply.of(answer.statusCode(), answer.body());
    }

    private Reply batch(String... statements) throws Exception {
        return runAll("BatchExecuteStatement", "Statements", statements);
    }

    private Reply transaction(String... statements) throws Exception {
        return runAll("ExecuteTransaction", "TransactStatements", statements);
    }

    private static List<String> sks(Reply reply) {
        List<String> sks = new ArrayList<>();
        reply.body().at("/Items").forEach(item -> sks.add(item.at("/sk/N").asString()));
        return sks;
    }

    @Test
    void aSelectReadsPartitionsOrTheTable() throws Exception {
        assertThat(sks(run("SELECT * FROM TABLE WHERE pk = 'a' AND sk > 1 AND m.x <> 'v3'")))
                .containsExactly("2", "4");
        assertThat(sks(run("SELECT * FROM TABLE WHERE pk = 'a' ORDER BY sk DESC")))
                .containsExactly("4", "3", "2", "1");
        assertThat(sks(run("SELECT * FROM TABLE WHERE pk IN ['b','a','none'] AND sk = 1")))
                .hasSize(2);
        assertThat(sks(run("SELECT * FROM TABLE WHERE tags IS NOT MISSING"))).containsExactly("1");
        assertThat(sks(run("SELECT * FROM TABLE WHERE contains(tags, ?)", ",'Parameters':[{'S':'x'}]")))
                .hasSize(1);
        assertThat(sks(run("SELECT * FROM TABLE"))).hasSize(5);
        Reply all = run("SELECT * FROM TABLE WHERE pk = 'a'", ",'ReturnConsumedCapacity':'TOTAL'");
        Reply scanned = run("SELECT pk FROM TABLE WHERE m.x = 'v1'", ",'ReturnConsumedCapacity':'TOTAL'");
        assertThat(all.at("/ConsumedCapacity/CapacityUnits")).isEqualTo("0.5");
        assertThat(scanned.at("/Items")).isEqualTo("[{\"pk\":{\"S\":\"a\"}}]");
    }

    @Test
    void aPathBecomesAnAttributeWithTheNameOfItsLastStep() throws Exception {
        assertThat(run("SELECT m.x, n FROM TABLE WHERE pk = 'a' AND sk = 1").at("/Items"))
                .isEqualTo("[{\"x\":{\"S\":\"v1\"},\"n\":{\"N\":\"7\"}}]");
    }

    @Test
    void pagesFollowEachOtherThroughPartitionsAndIndexes() throws Exception {
        for (String statement : List.of(
                "SELECT * FROM TABLE",
                "SELECT * FROM TABLE WHERE pk IN ['a','b']",
                "SELECT * FROM TABLE.\"by-n\" WHERE n IN [7, 8]",
                "SELECT * FROM TABLE.\"by-n\"")) {
            List<String> seen = new ArrayList<>();
            String more = ",'Limit':2";
            for (int page = 0; page < 9 && !more.isEmpty(); page++) {
                Reply reply = run(statement, more);
                assertThat(reply.code()).as(reply.message()).isEqualTo("ok");
                seen.addAll(sks(reply));
                String token = reply.at("/NextToken");
                assertThat(reply.body().has("LastEvaluatedKey")).isEqualTo(!token.isEmpty());
                more = token.isEmpty() ? "" : ",'Limit':2,'NextToken':'" + token + "'";
            }
            assertThat(seen).as(statement).containsExactlyInAnyOrder("1", "2", "3", "4", "1");
        }
        String token = run("SELECT * FROM TABLE", ",'Limit':1").at("/NextToken");
        assertThat(run("SELECT * FROM TABLE WHERE pk = 'a'", ",'NextToken':'" + token + "'")
                        .message())
                .startsWith("Invalid NextToken");
        assertThat(run("SELECT * FROM TABLE", ",'NextToken':'" + "QUJD".repeat(20_000) + "'")
                        .message())
                .startsWith("Invalid NextToken");
    }

    @Test
    void anIndexShowsItsOwnAttributes() throws Exception {
        assertThat(sks(run("SELECT * FROM TABLE.\"by-n\" WHERE n = 7"))).hasSize(4);
        assertThat(run("SELECT m FROM TABLE.\"by-n\" WHERE n = 7").message())
                .contains("Global secondary index by-n does not project [m]");
        assertThat(run("SELECT * FROM TABLE.\"none\"").message())
                .isEqualTo("The table does not have the specified index: none");
        assertThat(run("SELECT * FROM TABLE.\"by-n\"", ",'ConsistentRead':true").message())
                .isEqualTo("Consistent reads are not supported on global secondary indexes");
    }

    @Test
    void anOrderNeedsAPartition() throws Exception {
        assertThat(run("SELECT * FROM TABLE ORDER BY sk").message())
                .isEqualTo("Must have WHERE clause in the statement when using ORDER BY clause.");
        assertThat(run("SELECT * FROM TABLE WHERE n = 7 ORDER BY sk").message())
                .startsWith("Must have at least one non-optional hash key condition");
        assertThat(run("SELECT * FROM TABLE WHERE pk = 'a' ORDER BY n").message())
                .contains("must be part of the primary key");
    }

    @Test
    void anInsertIsForAnItemThatIsNotThere() throws Exception {
        assertThat(run("INSERT INTO TABLE VALUE {'pk':'c','sk':1,'l':[1,'x']}").at("/Items"))
                .isEqualTo("[]");
        Reply again = run("INSERT INTO TABLE VALUE {'pk':'c','sk':1}");
        assertThat(again.code()).isEqualTo("DuplicateItemException");
        assertThat(again.message()).isEqualTo("Duplicate primary key exists in table");
        assertThat(run("SELECT l FROM TABLE WHERE pk='c'").at("/Items/0/l/L/1/S"))
                .isEqualTo("x");
        assertThat(run("INSERT INTO TABLE VALUE {'pk':'c'}").message()).contains("Missing the key sk in the item");
    }

    @Test
    void anUpdateIsForAnItemThatIsThereAndADeleteDoesWithout() throws Exception {
        String there = " WHERE pk = 'a' AND sk = 1";
        assertThat(run("UPDATE TABLE SET n = n + 1 SET m.x = 'w' REMOVE none" + there + " RETURNING MODIFIED NEW *")
                        .at("/Items"))
                .isEqualTo("[{\"m\":{\"M\":{\"x\":{\"S\":\"w\"}}},\"n\":{\"N\":\"8\"}}]");
        assertThat(run("UPDATE TABLE SET tags = set_add(tags, <<'y'>>) WHERE pk='b' AND sk=1 RETURNING ALL NEW *")
                        .at("/Items/0/tags/SS"))
                .isEqualTo("[\"x\",\"y\"]");
        assertThat(run("UPDATE TABLE SET n = 1 WHERE pk = 'none' AND sk = 1").code())
                .isEqualTo("ConditionalCheckFailedException");
        Reply failed = run(
                "UPDATE TABLE SET n = 1" + there + " AND n = 1", ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'");
        assertThat(failed.code()).isEqualTo("ConditionalCheckFailedException");
        assertThat(failed.at("/Item/n/N")).isEqualTo("8");
        assertThat(run("UPDATE TABLE SET sk = 2" + there).message()).contains("This attribute is part of the key");
        assertThat(run("DELETE FROM TABLE WHERE pk = 'none' AND sk = 1 AND n = 1")
                        .code())
                .isEqualTo("ok");
        assertThat(run("DELETE FROM TABLE" + there + " AND n = 1").code()).isEqualTo("ConditionalCheckFailedException");
        assertThat(run("DELETE FROM TABLE" + there + " RETURNING ALL OLD *").at("/Items/0/n/N"))
                .isEqualTo("8");
        assertThat(run("EXISTS(SELECT * FROM TABLE" + there + ")").message())
                .isEqualTo("EXISTS is supported only in ExecuteTransaction");
        assertThat(run("SELECT * FROM nowhere").code()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void statementsOfABatchFailOneByOne() throws Exception {
        Reply reply = batch(
                "INSERT INTO TABLE VALUE {'pk':'d','sk':1}",
                "INSERT INTO TABLE VALUE {'pk':'a','sk':1}",
                "UPDATE TABLE SET n = 1 WHERE pk = 'none' AND sk = 1",
                "DELETE FROM nowhere WHERE pk = 'x'",
                "not a statement",
                "DELETE FROM TABLE WHERE pk = 'a' AND sk = 2 RETURNING ALL OLD *");
        assertThat(reply.body().at("/Responses").findValuesAsString("Code"))
                .containsExactly("DuplicateItem", "ConditionalCheckFailed", "ResourceNotFound", "ValidationError");
        assertThat(reply.at("/Responses/0")).isEqualTo("{\"TableName\":\"" + table + "\"}");
        assertThat(reply.at("/Responses/5/Item/sk/N")).isEqualTo("2");
        Reply read = batch(
                "SELECT n FROM TABLE WHERE pk = 'd' AND sk = 1",
                "SELECT n FROM TABLE WHERE pk = 'b' AND sk = 1",
                "SELECT n FROM TABLE WHERE pk = 'b'");
        assertThat(read.at("/Responses/0/Item")).isEqualTo("{}");
        assertThat(read.at("/Responses/1/Item/n/N")).isEqualTo("8");
        assertThat(read.at("/Responses/2/Error/Message"))
                .isEqualTo("Select statements within BatchExecuteStatement must specify the primary key in the where "
                        + "clause.");
        assertThat(batch("SELECT * FROM TABLE WHERE pk='b' AND sk=1", "DELETE FROM TABLE WHERE pk='b' AND sk=1")
                        .code())
                .isEqualTo("ValidationException");
    }

    @Test
    void aTransactionIsDoneAsAWhole() throws Exception {
        Reply cancelled = transaction(
                "EXISTS(SELECT * FROM TABLE WHERE pk = 'a' AND sk = 1 AND n = 7)",
                "UPDATE TABLE SET n = 9 WHERE pk = 'b' AND sk = 1",
                "INSERT INTO TABLE VALUE {'pk':'a','sk':3}");
        assertThat(cancelled.code()).isEqualTo("TransactionCanceledException");
        assertThat(cancelled.message()).endsWith("[None, None, DuplicateItem]");
        assertThat(run("SELECT n FROM TABLE WHERE pk = 'b'").at("/Items/0/n/N")).isEqualTo("8");
        Reply done = transaction(
                "EXISTS(SELECT * FROM TABLE WHERE pk = 'a' AND sk = 1 AND n = 7)",
                "UPDATE TABLE SET n = 9 WHERE pk = 'b' AND sk = 1");
        assertThat(done.at("/Responses")).isEqualTo("[{},{}]");
        Reply read = transaction(
                "SELECT n FROM TABLE WHERE pk = 'b' AND sk = 1", "SELECT n FROM TABLE WHERE pk = 'none' AND sk = 1");
        assertThat(read.at("/Responses")).isEqualTo("[{\"Item\":{\"n\":{\"N\":\"9\"}}},{}]");
        assertThat(transaction(
                                "SELECT n FROM TABLE WHERE pk = 'b' AND sk = 1",
                                "DELETE FROM TABLE WHERE pk = 'b' AND sk = 1")
                        .message())
                .contains("only contain read statements or only write statements");
        assertThat(transaction(
                                "DELETE FROM TABLE WHERE pk = 'b' AND sk = 1",
                                "UPDATE TABLE SET n = 1 WHERE pk = 'b' AND sk = 1")
                        .message())
                .isEqualTo("Transaction request cannot include multiple operations on one item");
    }

    @Test
    void aTransactionWithATokenIsDoneOnce() throws Exception {
        String statement = "{\"Statement\":" + json("UPDATE TABLE SET n = n + 1 WHERE pk = 'b' AND sk = 1") + "}";
        String body = "{\"ClientRequestToken\":\"once\",\"TransactStatements\":[" + statement + "]}";
        assertThat(server.post("ExecuteTransaction", body).statusCode()).isEqualTo(200);
        assertThat(server.post("ExecuteTransaction", body).statusCode()).isEqualTo(200);
        assertThat(run("SELECT n FROM TABLE WHERE pk = 'b'").at("/Items/0/n/N")).isEqualTo("9");
        assertThat(server.post("ExecuteTransaction", body.replace("n + 1", "n + 2"))
                        .body())
                .contains("IdempotentParameterMismatchException");
    }

    @Test
    void aRequestIsRefusedBeforeAnythingIsDone() throws Exception {
        assertThat(run("").message()).contains("greater than or equal to 1");
        assertThat(run("x".repeat(8193)).message()).contains("less than or equal to 8192");
        assertThat(run("SELECT * FROM TABLE", ",'Parameters':[]").message()).contains("'parameters'");
        assertThat(run("SELECT * FROM TABLE WHERE n = ?", ",'Parameters':[{'N':'x'}]")
                        .code())
                .isEqualTo("ValidationException");
        assertThat(run("SELECT * FROM TABLE WHERE pk = 1").message())
                .isEqualTo("One or more parameter values were invalid: Condition parameter type does not match schema "
                        + "type");
        assertThat(batch().code()).isEqualTo("ValidationException");
        assertThat(transaction().code()).isEqualTo("ValidationException");
    }
}
