package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.TwinConditions.Twin;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Statements by a seed, each beside the call of the classic API that means the same, on two tables that begin alike. The
 * answers agree, and the tables stay alike. The tests of the classic API say that those calls are right.
 */
class PartiqlOracleIT extends ServedProtocol {

    private static final int STEPS = 700;
    private static final JsonMapper JSON = new JsonMapper();

    private static int rounds;
    private String statements = "";
    private String classic = "";
    private Random random = new Random(0);
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 20_251_020})
    void aStatementDoesWhatItsClassicCallDoes(long seed) throws Exception {
        play(seed);
        assertThat(outcomes)
                .as("seed %d", seed)
                .containsKeys("ok", "DuplicateItem", "ConditionalCheckFailed", "TransactionCanceled", "ok, some items");
    }

    @Test
    void soItDoesAfterAnyOtherSeed() throws Exception {
        play(Long.getLong("partiql.seed", System.nanoTime()));
    }

    private void play(long seed) throws Exception {
        random = new Random(seed);
        rounds++;
        statements = "statements-" + rounds;
        classic = "classic-" + rounds;
        createRanged(statements);
        createRanged(classic);
        for (int step = 0; step < STEPS; step++) {
            String where = "step " + step + ", replay with -Dpartiql.seed=" + seed + ": ";
            switch (random.nextInt(6)) {
                case 0, 1 -> insert(where);
                case 2 -> update(where);
                case 3 -> delete(where);
                case 4 -> transact(where);
                default -> select(where);
            }
            if (step % 50 == 0) {
                assertThat(items(statements)).as(where).isEqualTo(items(classic));
            }
        }
        assertThat(items(statements))
                .as("seed %d", seed)
                .isEqualTo(items(classic))
                .isNotEmpty();
    }

    private static String items(String table) throws IOException, InterruptedException {
        return call("Scan", "{'TableName':'" + table + "'}").at("/Items");
    }

    private static Reply send(String operation, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.post(operation, body);
        return Reply.of(answer.statusCode(), answer.body());
    }

    private Reply execute(String statement) throws IOException, InterruptedException {
        return send("ExecuteStatement", "{\"Statement\":" + JSON.writeValueAsString(statement) + "}");
    }

    private void agree(String where, Reply statement, Reply call) {
        String outcome = statement.code().replace("Exception", "");
        outcomes.merge(outcome, 1, Integer::sum);
        String expected = call.code().replace("Exception", "");
        assertThat(outcome.equals("DuplicateItem") ? "ConditionalCheckFailed" : outcome)
                .as(where + statement.message() + " / " + call.message())
                .isEqualTo(expected);
    }

    private String key() {
        return List.of("a", "b").get(random.nextInt(2));
    }

    private void insert(String where) throws Exception {
        String pk = key();
        int sk = random.nextInt(4);
        int n = random.nextInt(4);
        String more = random.nextBoolean() ? "" : ", 's': 'x' , 'tags': <<'x'>>, 'm': {'x': 1}, 'l': ['x', true, null]";
        String json = more.isEmpty()
                ? ""
                : ",\"s\":{\"S\":\"x\"},\"tags\":{\"SS\":[\"x\"]},\"m\":{\"M\":{\"x\":{\"N\":\"1\"}}},"
                        + "\"l\":{\"L\":[{\"S\":\"x\"},{\"BOOL\":true},{\"NULL\":true}]}";
        String text = "INSERT INTO \"" + statements + "\" VALUE {'pk': '" + pk + "', 'sk': " + sk + ", 'n': " + n + more
                + "}";
        Reply call = send(
                "PutItem",
                "{\"TableName\":\"" + classic
                        + "\",\"ConditionExpression\":\"attribute_not_exists(pk)\",\"Item\":{\"pk\":{\"S\":\"" + pk
                        + "\"},\"sk\":{\"N\":\"" + sk + "\"},\"n\":{\"N\":\"" + n + "\"}" + json + "}}");
        agree(where + text, execute(text), call);
    }

    private record Target(String where, String json) {}

    private Target target() {
        String pk = key();
        int sk = random.nextInt(4);
        return new Target(
                " WHERE pk = '" + pk + "' AND sk = " + sk,
                "\"TableName\":\"" + classic + "\",\"Key\":{\"pk\":{\"S\":\"" + pk + "\"},\"sk\":{\"N\":\"" + sk
                        + "\"}}");
    }

    /** A WHERE clause behind a key, and the condition that means the same. */
    private Twin further(TwinConditions twins, String first, String joined) {
        if (random.nextInt(3) == 0) {
            return new Twin("", first);
        }
        Twin condition = twins.condition(2);
        return new Twin(" AND (" + condition.where() + ")", first + joined + "(" + condition.expression() + ")");
    }

    private void update(String where) throws Exception {
        TwinConditions twins = new TwinConditions(random);
        Twin n = twins.number(random.nextInt(4));
        Twin changes = switch (random.nextInt(5)) {
            case 0 -> new Twin("SET n = n + " + n.where(), "SET n = n + " + n.expression());
            case 1 -> new Twin("SET n = " + n.where() + " REMOVE s", "SET n = " + n.expression() + " REMOVE s");
            case 2 -> {
                Twin set = twins.value("<<'x', 'y'>>", "{\"SS\":[\"x\",\"y\"]}");
                boolean add = random.nextBoolean();
                yield new Twin(
                        "SET tags = set_" + (add ? "add" : "delete") + "(tags, " + set.where() + ") SET n = "
                                + n.where(),
                        (add ? "ADD" : "DELETE") + " tags " + set.expression() + " SET n = " + n.expression());
            }
            case 3 -> {
                Twin list = twins.value("['y']", "{\"L\":[{\"S\":\"y\"}]}");
                yield new Twin(
                        "SET l = list_append(l, " + list.where() + ") SET n = " + n.where(),
                        "SET l = list_append(l, " + list.expression() + "), n = " + n.expression());
            }
            default -> new Twin("SET m.x = " + n.where() + ", s = m.x", "SET m.x = " + n.expression() + ", s = m.x");
        };
        Target target = target();
        Twin condition = further(twins, "attribute_exists(pk)", " AND ");
        int returned = random.nextInt(5);
        String returning = List.of(
                        "",
                        " RETURNING ALL OLD *",
                        " RETURNING ALL NEW *",
                        " RETURNING MODIFIED OLD *",
                        " RETURNING MODIFIED NEW *")
                .get(returned);
        String values = List.of("NONE", "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW")
                .get(returned);
        String text = "UPDATE \"" + statements + "\" " + changes.where() + target.where + condition.where() + returning;
        Reply call = send(
                "UpdateItem",
                "{" + target.json + ",\"UpdateExpression\":\"" + changes.expression() + "\",\"ConditionExpression\":\""
                        + condition.expression() + "\",\"ReturnValues\":\"" + values + "\"" + twins.bound() + "}");
        Reply statement = execute(text);
        agree(where + text, statement, call);
        assertThat(statement.at("/Items/0")).as(where + text).isEqualTo(call.at("/Attributes"));
    }

    private void delete(String where) throws Exception {
        TwinConditions twins = new TwinConditions(random);
        Target target = target();
        Twin condition = further(twins, "attribute_not_exists(pk)", " OR ");
        String only = condition.where().isEmpty()
                ? ""
                : ",\"ConditionExpression\":\"" + condition.expression() + "\"" + twins.bound();
        String text = "DELETE FROM \"" + statements + "\"" + target.where + condition.where() + " RETURNING ALL OLD *";
        Reply call = send("DeleteItem", "{" + target.json + ",\"ReturnValues\":\"ALL_OLD\"" + only + "}");
        Reply statement = execute(text);
        agree(where + text, statement, call);
        assertThat(statement.at("/Items/0")).as(where + text).isEqualTo(call.at("/Attributes"));
    }

    private void transact(String where) throws Exception {
        TwinConditions twins = new TwinConditions(random);
        Target target = target();
        Twin condition = further(twins, "attribute_exists(pk)", " AND ");
        String inserted = "{'pk': 'c', 'sk': " + random.nextInt(3) + "}";
        String sk = inserted.replaceAll("\\D", "");
        String text = "EXISTS(SELECT * FROM \"" + statements + "\"" + target.where + condition.where() + ")";
        Reply statement = send(
                "ExecuteTransaction",
                "{\"TransactStatements\":[{\"Statement\":" + JSON.writeValueAsString(text) + "},{\"Statement\":"
                        + JSON.writeValueAsString("INSERT INTO \"" + statements + "\" VALUE " + inserted) + "}]}");
        Reply call = send(
                "TransactWriteItems",
                "{\"TransactItems\":[{\"ConditionCheck\":{" + target.json + ",\"ConditionExpression\":\""
                        + condition.expression() + "\"" + twins.bound() + "}},{\"Put\":{\"TableName\":\"" + classic
                        + "\",\"ConditionExpression\":\"attribute_not_exists(pk)\",\"Item\":{\"pk\":{\"S\":\"c\"},\"sk\":{\"N\":\""
                        + sk + "\"}}}}]}");
        agree(where + text, statement, call);
        assertThat(statement
                        .at("/CancellationReasons")
                        .replace("DuplicateItem", "ConditionalCheckFailed")
                        .replaceAll("\"Message\":\"[^\"]*\"", ""))
                .as(where + text)
                .isEqualTo(call.at("/CancellationReasons").replaceAll("\"Message\":\"[^\"]*\"", ""));
    }

    private void select(String where) throws Exception {
        TwinConditions twins = new TwinConditions(random);
        boolean query = random.nextBoolean();
        boolean descending = query && random.nextBoolean();
        Twin pk = query ? twins.text(key()) : new Twin("", "");
        Twin least = query ? twins.number(random.nextInt(3)) : new Twin("", "");
        Twin filter = twins.condition(3);
        String text = "SELECT * FROM \"" + statements + "\" WHERE "
                + (query ? "sk >= " + least.where() + " AND pk = " + pk.where() + " AND " : "") + "(" + filter.where()
                + ")"
                + (descending ? " ORDER BY sk DESC" : "");
        Reply statement = execute(text);
        Reply call = send(
                query ? "Query" : "Scan",
                "{\"TableName\":\"" + classic + "\"," + (descending ? "\"ScanIndexForward\":false," : "")
                        + (query
                                ? "\"KeyConditionExpression\":\"pk = " + pk.expression() + " AND sk >= "
                                        + least.expression() + "\","
                                : "")
                        + "\"FilterExpression\":\"" + filter.expression() + "\"" + twins.bound() + "}");
        agree(where + text, statement, call);
        assertThat(statement.at("/Items")).as(where + text).isEqualTo(call.at("/Items"));
        JsonNode items = statement.body().path("Items");
        outcomes.merge(items.isEmpty() ? "ok, no items" : "ok, some items", 1, Integer::sum);
    }
}
