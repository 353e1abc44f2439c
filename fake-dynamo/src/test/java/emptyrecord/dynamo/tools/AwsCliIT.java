package emptyrecord.dynamo.tools;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code aws dynamodb …} of Debian's package awscli. A table is exported and imported as people move data between NoSQL
 * Workbench and DynamoDB: items in DynamoDB's own JSON, 25 to a batch-write-item.
 */
class AwsCliIT extends RunningTables {

    private static final int BATCH_MAX = 25;
    private static final int ITEMS = 30;
    private static final JsonMapper JSON = new JsonMapper();

    private static Program aws;

    @BeforeAll
    static void find() {
        aws = Program.orSkip("/usr/bin/aws", "awscli");
    }

    private static Program.Result dynamodb(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--endpoint-url", endpoint(), "--output", "json", "dynamodb"));
        all.addAll(List.of(arguments));
        return aws.run(
                Map.of(
                        "AWS_ACCESS_KEY_ID", "lab",
                        "AWS_SECRET_ACCESS_KEY", "lab",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_CONFIG_FILE", folder.resolve("config").toString(),
                        "AWS_MAX_ATTEMPTS", "1",
                        "AWS_PAGER", ""),
                all);
    }

    private static JsonNode ok(String... arguments) {
        Program.Result result = dynamodb(arguments);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output().isBlank() ? JSON.createObjectNode() : JSON.readTree(result.output());
    }

    private static String file(String name, JsonNode content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content.toString());
        return "file://" + file;
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    /** A table with an index, as a data model of NoSQL Workbench has it. */
    private static void make(String table) throws IOException {
        ok("create-table", "--cli-input-json", file("table.json", read("""
                {"TableName":"%s","BillingMode":"PAY_PER_REQUEST",
                 "AttributeDefinitions":[{"AttributeName":"artist","AttributeType":"S"},
                   {"AttributeName":"song","AttributeType":"N"},{"AttributeName":"genre","AttributeType":"S"}],
                 "KeySchema":[{"AttributeName":"artist","KeyType":"HASH"},{"AttributeName":"song","KeyType":"RANGE"}],
                 "GlobalSecondaryIndexes":[{"IndexName":"by-genre","Projection":{"ProjectionType":"ALL"},
                   "KeySchema":[{"AttributeName":"genre","KeyType":"HASH"}]}]}""".formatted(table))));
    }

    private static ArrayNode songs() {
        ArrayNode songs = JSON.createArrayNode();
        for (int i = 0; i < ITEMS; i++) {
            songs.add(read("""
                    {"artist":{"S":"Ä & \\"B\\""},"song":{"N":"%d"},"genre":{"S":"%s"},"live":{"BOOL":true},
                     "cover":{"B":"AAEC/w=="},"years":{"NS":["1999","2025.5"]},"gone":{"NULL":true},
                     "sold":{"L":[{"M":{"shop":{"S":"é"},"n":{"N":"12345678901234567890123456789012345678"}}}]}}""".formatted(i, i % 3 == 0 ? "jazz" : "noise")));
        }
        return songs;
    }

    private static void importInto(String table, Iterable<JsonNode> items) throws IOException {
        List<JsonNode> batch = new ArrayList<>();
        for (JsonNode item : items) {
            batch.add(item);
            if (batch.size() == BATCH_MAX) {
                write(table, batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            write(table, batch);
        }
    }

    private static String request(String table, List<JsonNode> batch) throws IOException {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode puts = request.putArray(table);
        batch.forEach(item -> puts.addObject().putObject("PutRequest").set("Item", item));
        return file("batch.json", request);
    }

    private static void write(String table, List<JsonNode> batch) throws IOException {
        assertThat(ok("batch-write-item", "--request-items", request(table, batch))
                        .path("UnprocessedItems"))
                .isEmpty();
    }

    private static JsonNode exported(String table) {
        return ok("scan", "--table-name", table, "--page-size", "7").path("Items");
    }

    private static Set<JsonNode> set(JsonNode items) {
        Set<JsonNode> all = new HashSet<>();
        items.forEach(all::add);
        assertThat(all).hasSameSizeAs(items);
        return all;
    }

    @Test
    void aTableIsImportedExportedAndImportedElsewhere() throws IOException {
        make("music");
        ok("wait", "table-exists", "--table-name", "music");
        ArrayNode songs = songs();
        importInto("music", songs);
        JsonNode export = exported("music");
        assertThat(set(export)).isEqualTo(set(songs));

        make("music-copy");
        importInto("music-copy", export);
        assertThat(set(exported("music-copy"))).isEqualTo(set(songs));
        assertThat(ok(
                                "query",
                                "--table-name",
                                "music-copy",
                                "--index-name",
                                "by-genre",
                                "--select",
                                "COUNT",
                                "--key-condition-expression",
                                "genre = :g",
                                "--expression-attribute-values",
                                "{\":g\":{\"S\":\"jazz\"}}")
                        .path("Count")
                        .asInt())
                .isEqualTo(ITEMS / 3);

        assertThat(dynamodb(
                                "batch-write-item",
                                "--request-items",
                                request("music-copy", songs.valueStream().toList()))
                        .output())
                .as("more than 25 in a batch")
                .contains("(ValidationException) when calling the BatchWriteItem operation");
        ok("delete-table", "--table-name", "music-copy");
    }
}
