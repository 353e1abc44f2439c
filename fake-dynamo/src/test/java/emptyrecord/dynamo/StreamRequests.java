package emptyrecord.dynamo;

import static emptyrecord.dynamo.JsonByChance.text;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Odd;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** Bodies of the operations about streams, by chance. */
record StreamRequests(Chance chance, JsonByChance json) {

    static final Set<String> OPERATIONS = Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");

    String body(String operation) {
        return switch (operation) {
            case "ListStreams" ->
                json.object(
                        json.maybe(2, "TableName", text(chance.of("other-1", "fuzz", Odd.text(chance)))),
                        json.maybe(3, "ExclusiveStartStreamArn", arn()),
                        limit());
            case "DescribeStream" ->
                json.object(
                        json.member("StreamArn", arn()),
                        json.maybe(4, "ExclusiveStartShardId", shard()),
                        json.maybe(
                                6,
                                "ShardFilter",
                                json.object(
                                        json.member("Type", text("CHILD_SHARDS")), json.member("ShardId", shard()))),
                        limit());
            case "GetShardIterator" ->
                json.object(
                        json.member("StreamArn", arn()),
                        json.member("ShardId", shard()),
                        json.member(
                                "ShardIteratorType",
                                text(chance.of("TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "x"))),
                        json.maybe(3, "SequenceNumber", text(chance.of("100000000000000000001", "1", "9".repeat(40)))));
            default -> json.object(json.member("ShardIterator", iterator()), limit());
        };
    }

    private String limit() {
        return json.maybe(2, "Limit", chance.oneIn(2) ? Odd.number(chance) : "2");
    }

    private String arn() {
        String table = "arn:aws:dynamodb:us-east-1:123456789012:table/" + chance.of("other-1", "fuzz", "");
        return text(
                chance.oneIn(5)
                        ? Odd.text(chance)
                        : table + chance.of("/stream/2025-10-20T07:00:00.000", "/stream/", "/stream/2025-13-20", ""));
    }

    private String shard() {
        return text(chance.oneIn(4) ? Odd.text(chance) : "shardId-00000000000000000001-0000000" + chance.below(9));
    }

    private String iterator() {
        String inside = "1|" + chance.of("other-1", "fuzz", "") + "|" + Odd.number(chance) + "|0|1|" + chance.below(9);
        byte[] bytes = inside.getBytes(StandardCharsets.UTF_8);
        return text(chance.oneIn(3) ? Odd.text(chance) : Base64.getUrlEncoder().encodeToString(bytes));
    }
}
