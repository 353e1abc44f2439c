package emptyrecord.dynamo;

import static emptyrecord.dynamo.JsonByChance.text;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Odd;

/** Bodies of the operations about tables, by chance. */
record TableRequests(Chance chance, JsonByChance json) {

    static String body(String operation, Chance chance, JsonByChance json) {
        TableRequests requests = new TableRequests(chance, json);
        return switch (operation) {
            case "CreateTable" -> requests.create();
            case "UpdateTable" -> requests.update();
            case "ListTables" ->
                json.object(
                        json.maybe(2, "Limit", chance.oneIn(2) ? Odd.number(chance) : "2"),
                        json.maybe(2, "ExclusiveStartTableName", text(Odd.text(chance))));
            case "UpdateTimeToLive" ->
                json.object(
                        requests.table(),
                        json.member(
                                "TimeToLiveSpecification",
                                json.object(
                                        json.member("AttributeName", text(chance.of("ends", "", Odd.text(chance)))),
                                        json.member("Enabled", chance.of("true", "false")))));
            case "TagResource", "UntagResource", "ListTagsOfResource" -> requests.tags();
            default -> json.object(requests.table());
        };
    }

    /** Never the fuzzed table: it is compared with itself. */
    private String name() {
        return text(chance.oneIn(6) ? Odd.any(chance) : chance.of("other-1", "other-2", "other-3"));
    }

    private String table() {
        return json.member("TableName", name());
    }

    private String definition(String name) {
        return json.object(
                json.member("AttributeName", text(name)),
                json.member("AttributeType", text(chance.of("S", "N", "B", chance.oneIn(9) ? "L" : "S"))));
    }

    private String keys(String... names) {
        String[] roles = {"HASH", "RANGE", "x"};
        int[] at = {0};
        return json.array(
                names.length,
                () -> json.object(
                        json.member("AttributeName", text(names[at[0]])),
                        json.member("KeyType", text(roles[chance.oneIn(15) ? chance.below(3) : at[0]++ % 2]))));
    }

    private String index() {
        return json.object(
                json.member("IndexName", text(chance.of("by-n", "by-a", "by-n", Odd.text(chance)))),
                json.member("KeySchema", keys(chance.of("n", "pk"))),
                json.member(
                        "Projection",
                        json.object(
                                json.member("ProjectionType", text(chance.of("ALL", "KEYS_ONLY", "INCLUDE", "x"))),
                                json.maybe(
                                        4,
                                        "NonKeyAttributes",
                                        json.array(chance.below(25), () -> text(chance.word()))))));
    }

    private String create() {
        return json.object(
                table(),
                json.member(
                        "AttributeDefinitions",
                        chance.oneIn(2)
                                ? "[" + definition("pk") + "]"
                                : "[" + definition("pk") + "," + definition("n") + "]"),
                json.member("KeySchema", chance.oneIn(2) ? keys("pk") : keys("pk", "n")),
                json.member("BillingMode", text(chance.of("PAY_PER_REQUEST", "PROVISIONED", "x"))),
                json.maybe(3, "ProvisionedThroughput", "{\"ReadCapacityUnits\":" + Odd.number(chance) + "}"),
                json.maybe(3, "GlobalSecondaryIndexes", json.array(chance.oneIn(9) ? 21 : 1, this::index)),
                json.maybe(5, "LocalSecondaryIndexes", json.array(chance.oneIn(9) ? 6 : 1, this::index)),
                json.maybe(9, "DeletionProtectionEnabled", chance.of("true", "false")),
                json.maybe(4, "StreamSpecification", stream()),
                json.maybe(5, "Tags", json.array(chance.below(60), this::tag)));
    }

    private String update() {
        return json.object(
                table(),
                json.maybe(2, "AttributeDefinitions", "[" + definition("n") + "]"),
                json.member(
                        "GlobalSecondaryIndexUpdates",
                        json.array(
                                chance.between(0, 2),
                                () -> json.object(
                                        json.maybe(2, "Create", index()),
                                        json.maybe(2, "Delete", json.object(json.member("IndexName", text("by-n"))))))),
                json.maybe(4, "DeletionProtectionEnabled", chance.of("true", "false")),
                json.maybe(4, "StreamSpecification", stream()),
                json.maybe(9, "ReplicaUpdates", "[]"));
    }

    private String stream() {
        return json.object(
                json.member("StreamEnabled", chance.of("true", "true", "false")),
                json.maybe(1, "StreamViewType", text(chance.of("NEW_AND_OLD_IMAGES", "KEYS_ONLY", "x"))));
    }

    private String tags() {
        String arn = "arn:aws:dynamodb:us-east-1:123456789012:table/" + chance.of("other-1", "fuzz", "none", "");
        return json.object(
                json.member("ResourceArn", text(chance.oneIn(5) ? Odd.text(chance) : arn)),
                json.maybe(2, "Tags", json.array(chance.below(4), this::tag)),
                json.maybe(2, "TagKeys", json.array(chance.below(4), () -> text(chance.word()))),
                json.maybe(5, "NextToken", text(Odd.text(chance))));
    }

    private String tag() {
        return json.object(
                json.member("Key", text(chance.oneIn(9) ? Odd.text(chance) : chance.word())),
                json.member("Value", text(chance.oneIn(9) ? Odd.text(chance) : "v")));
    }
}
