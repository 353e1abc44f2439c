package emptyrecord.dynamo;

import static emptyrecord.dynamo.JsonByChance.text;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Escaped;
import emptyrecord.kit.testkit.fuzz.Mutation;
import emptyrecord.kit.testkit.fuzz.Odd;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Requests of every operation in docs/dynamodb.md by chance, about a table {@code fuzz}; some bodies are mutated. */
final class DynamoRequests {

    /** Has a text {@code pk} and a number {@code sk}. */
    static final String TABLE = "fuzz";

    private final Chance chance;
    private final JsonByChance json;
    private final ExpressionsByChance expressions;

    private DynamoRequests(Chance chance) {
        this.chance = chance;
        this.json = new JsonByChance(chance, chance.of(List.of(10, 60, 300)));
        this.expressions = new ExpressionsByChance(chance);
    }

    /** @param target the header's value */
    @SuppressWarnings("ArrayRecordComponent")
    record Request(String target, byte[] body) {

        boolean isWrite() {
            return FuzzedOperations.WRITES.contains(
                    target.substring(target.indexOf('.') + 1).strip());
        }

        @Override
        public String toString() {
            return target + " " + Escaped.of(body);
        }
    }

    static Request request(Chance chance) {
        return new DynamoRequests(chance).request();
    }

    private Request request() {
        String operation = chance.oneIn(4) ? chance.of(FuzzedOperations.OTHERS) : chance.of(FuzzedOperations.OF_ITEMS);
        byte[] body = body(operation).getBytes(StandardCharsets.UTF_8);
        String version = chance.oneIn(60) ? chance.of("", "DynamoDB_20111205.", "x.", ".") : prefix(operation);
        String named = chance.oneIn(60) ? chance.of("", "putitem", "PutItem ", "x".repeat(3_000), "a,b") : operation;
        return new Request(version + named, chance.oneIn(6) ? Mutation.of(body, chance) : body);
    }

    private String prefix(String operation) {
        boolean ofStreams = StreamRequests.OPERATIONS.contains(operation) != chance.oneIn(60);
        return ofStreams ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.";
    }

    private String body(String operation) {
        if (StreamRequests.OPERATIONS.contains(operation)) {
            return new StreamRequests(chance, json).body(operation);
        }
        if (operation.contains("Execute")) {
            return new StatementRequests(chance, json).body(operation);
        }
        return switch (operation) {
            case "PutItem" -> write(operation, table(), item());
            case "DeleteItem", "UpdateItem" -> write(operation, table(), key());
            case "GetItem" -> json.object(table(), key(), projection(), names(), flag("ConsistentRead"));
            case "Query" -> query();
            case "Scan" -> scan();
            case "BatchGetItem" ->
                batch(() -> json.object(json.member("Keys", many(12, this::keys)), projection(), names()));
            case "BatchWriteItem" -> batch(() -> many(3, this::writeRequest));
            case "TransactGetItems" ->
                json.object(json.member(
                        "TransactItems", many(4, () -> json.object(json.member("Get", json.object(table(), key()))))));
            case "TransactWriteItems" ->
                json.object(
                        json.member("TransactItems", many(4, this::transactItem)),
                        json.maybe(3, "ClientRequestToken", text(chance.oneIn(4) ? Odd.text(chance) : chance.word())));
            default -> TableRequests.body(operation, chance, json);
        };
    }

    private String table() {
        return json.member("TableName", text(chance.oneIn(25) ? chance.of("none", "x", Odd.text(chance)) : TABLE));
    }

    private String keys() {
        String hash = chance.oneIn(20) ? json.value(0) : "{\"S\":" + text(chance.of("a", "b", "c")) + "}";
        String range = chance.oneIn(20) ? json.value(0) : "{\"N\":" + text(chance.of("1", "2", "3.0")) + "}";
        return json.object(json.member("pk", hash), json.member("sk", range), json.maybe(40, "z", json.value(0)));
    }

    private String key() {
        return json.member("Key", keys());
    }

    private String item() {
        String key = keys();
        String rest = chance.oneIn(30) ? "" : ",\"a\":" + json.value(0) + ",\"n\":{\"N\":\"5\"},\"m\":" + json.value(0);
        return json.member("Item", key.equals("{}") ? key : key.substring(0, key.length() - 1) + rest + "}");
    }

    private String many(int most, Supplier<String> element) {
        return json.array(chance.oneIn(60) ? 120 : chance.oneIn(20) ? 0 : chance.between(1, most), element);
    }

    /** With conditions as expressions or as the legacy parameters. */
    private String write(String operation, String table, String subject) {
        String update = operation.equals("UpdateItem")
                ? chance.oneIn(6) ? legacyUpdate() : json.member("UpdateExpression", text(expressions.update()))
                : "";
        String condition = chance.oneIn(3)
                ? json.member("ConditionExpression", text(expressions.condition()))
                : json.maybe(12, "Expected", legacy("Exists"));
        return json.object(
                table,
                subject,
                update,
                condition,
                names(update + condition),
                values(update + condition),
                json.maybe(8, "ConditionalOperator", text(chance.of("AND", "OR", "XOR"))),
                json.maybe(4, "ReturnValues", text(chance.of("NONE", "ALL_OLD", "ALL_NEW", "UPDATED_NEW", "x"))),
                json.maybe(8, "ReturnValuesOnConditionCheckFailure", text(chance.of("ALL_OLD", "NONE", "x"))),
                json.maybe(8, "ReturnConsumedCapacity", text(chance.of("TOTAL", "INDEXES", "NONE", "x"))),
                json.maybe(8, "ReturnItemCollectionMetrics", text(chance.of("SIZE", "NONE", "x"))));
    }

    private String legacyUpdate() {
        return json.member(
                "AttributeUpdates",
                json.object(json.member(
                        chance.of("a", "n", "pk"),
                        json.object(
                                json.member("Action", text(chance.of("PUT", "ADD", "DELETE", "x"))),
                                json.maybe(2, "Value", json.value(0))))));
    }

    /** Expected, KeyConditions, QueryFilter or ScanFilter. */
    private String legacy(String exists) {
        String operator = text(chance.of("EQ", "NE", "IN", "LE", "BETWEEN", "NULL", "CONTAINS", "BEGINS_WITH", "x"));
        return json.object(json.member(
                chance.of("a", "n", "pk", "sk"),
                json.object(
                        json.maybe(3, exists, chance.of("true", "false")),
                        json.maybe(3, "Value", json.value(0)),
                        json.member("ComparisonOperator", operator),
                        json.member("AttributeValueList", many(3, () -> json.value(0))))));
    }

    private String query() {
        String condition = chance.oneIn(6)
                ? json.member("KeyConditions", legacy("Exists"))
                : json.member("KeyConditionExpression", text(expressions.keyCondition()));
        return page(condition, json.maybe(3, "ScanIndexForward", chance.of("true", "false")), "QueryFilter");
    }

    private String scan() {
        return page(
                json.maybe(4, "Segment", chance.oneIn(3) ? Odd.number(chance) : "0"),
                json.maybe(4, "TotalSegments", chance.oneIn(3) ? Odd.number(chance) : "2"),
                "ScanFilter");
    }

    private String page(String first, String second, String legacyFilter) {
        String filter = chance.oneIn(3)
                ? json.member("FilterExpression", text(expressions.condition()))
                : json.maybe(10, legacyFilter, legacy("Exists"));
        String projection = projection();
        return json.object(
                table(),
                first,
                second,
                filter,
                projection,
                names(first + filter + projection),
                values(first + filter),
                json.maybe(3, "Limit", chance.oneIn(3) ? Odd.number(chance) : "2"),
                json.maybe(5, "ExclusiveStartKey", keys()),
                json.maybe(10, "IndexName", text(chance.of("by-n", "none", ""))),
                json.maybe(8, "Select", text(chance.of("COUNT", "ALL_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "x"))),
                flag("ConsistentRead"));
    }

    private String projection() {
        return chance.oneIn(4)
                ? json.member("ProjectionExpression", text(expressions.projection()))
                : json.maybe(12, "AttributesToGet", many(3, () -> text(chance.of("a", "pk", "", "a"))));
    }

    private String flag(String name) {
        return json.maybe(4, name, chance.of("true", "false"));
    }

    private String batch(Supplier<String> of) {
        return json.object(
                json.member(
                        "RequestItems", "{" + text(chance.oneIn(25) ? Odd.text(chance) : TABLE) + ":" + of.get() + "}"),
                json.maybe(8, "ReturnConsumedCapacity", text(chance.of("TOTAL", "INDEXES", "NONE", "x"))));
    }

    private String writeRequest() {
        return chance.oneIn(2)
                ? json.object(json.member("PutRequest", json.object(item())))
                : json.object(json.member("DeleteRequest", json.object(key())));
    }

    private String transactItem() {
        return switch (chance.below(4)) {
            case 0 -> json.object(json.member("Put", write("PutItem", table(), item())));
            case 1 -> json.object(json.member("Update", write("UpdateItem", table(), key())));
            case 2 -> json.object(json.member("Delete", write("DeleteItem", table(), key())));
            default -> json.object(json.member("ConditionCheck", write("ConditionCheck", table(), key())));
        };
    }

    private String names() {
        return json.maybe(10, "ExpressionAttributeNames", names(List.of("#p", "#q")));
    }

    /** Those that the expressions use, and sometimes one more or less. */
    private String names(String expressions) {
        return placeholders("ExpressionAttributeNames", expressions, List.of("#p", "#q"), this::names);
    }

    private String names(List<String> used) {
        return used.stream()
                .map(name -> text(name) + ":" + text(name.equals("#p") ? "pk" : chance.of("a", "m", Odd.text(chance))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String values(String expressions) {
        return placeholders(
                "ExpressionAttributeValues", expressions, List.of(":s", ":n", ":m", ":l", ":x"), this::valuesOf);
    }

    private String valuesOf(List<String> used) {
        return used.stream().map(name -> text(name) + ":" + valueOf(name)).collect(Collectors.joining(",", "{", "}"));
    }

    private String valueOf(String name) {
        return switch (name) {
            case ":s" -> "{\"S\":" + text(chance.of("a", "S", "b")) + "}";
            case ":n" -> "{\"N\":\"1\"}";
            case ":m" -> "{\"N\":" + text(Odd.number(chance)) + "}";
            case ":l" -> "{\"L\":[{\"N\":\"1\"}]}";
            default -> json.value(0);
        };
    }

    private interface Meanings {
        String of(List<String> used);
    }

    private String placeholders(String member, String expressions, List<String> all, Meanings meanings) {
        List<String> used = all.stream()
                .filter(name -> expressions.contains(name) != chance.oneIn(60))
                .toList();
        return used.isEmpty() ? "" : json.member(member, meanings.of(used));
    }
}
