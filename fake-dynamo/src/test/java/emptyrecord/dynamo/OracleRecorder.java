package emptyrecord.dynamo;

import emptyrecord.kit.testkit.fuzz.Chance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks another implementation of the API and writes down what it says, for {@link OracleIT}. Arguments: its address, a
 * seed, how many requests, and the file. Its tables are made first.
 */
final class OracleRecorder {

    /** What both have. */
    private static final Set<String> OPERATIONS =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "GetItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem");

    /** Characters of a request; longer ones say nothing more. */
    private static final int BODY_MAX = 1_500;

    private static final String TABLE =
            "{\"TableName\":\"fuzz\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":["
                    + "{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"},{\"AttributeName\":\"sk\",\"AttributeType\":\"N\"}],"
                    + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}]}";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI oracle;

    private OracleRecorder(URI oracle) {
        this.oracle = oracle;
    }

    public static void main(String[] args) throws Exception {
        OracleRecorder recorder = new OracleRecorder(URI.create(args[0]));
        Files.write(Path.of(args[3]), recorder.record(Long.parseLong(args[1]), Integer.parseInt(args[2])));
    }

    private List<String> record(long seed, int count) throws IOException, InterruptedException {
        ask("CreateTable", TABLE);
        List<String> lines = new ArrayList<>();
        for (long index = 0; lines.size() < count; index++) {
            DynamoRequests.Request request = DynamoRequests.request(new Chance(seed, index));
            String operation = request.target().substring(request.target().indexOf('.') + 1);
            String body = new String(request.body(), StandardCharsets.UTF_8);
            if (OPERATIONS.contains(operation)
                    && request.target().startsWith("DynamoDB_20120810.")
                    && body.length() <= BODY_MAX
                    && wellFormed(body)) {
                try {
                    HttpResponse<String> answer = ask(operation, body);
                    lines.add(JSON.writeValueAsString(
                            new OracleAnswer(operation, body, answer.statusCode(), answer.body())));
                } catch (IOException e) {
                    System.err.println("no answer to " + operation + " " + body);
                }
            }
        }
        return lines;
    }

    private static boolean wellFormed(String body) {
        try {
            return JSON.readTree(body).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private HttpResponse<String> ask(String operation, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(oracle)
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Date", "20251020T000000Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=lab/20251020/us-east-1/dynamodb/aws4_request, SignedHeaders=host, "
                                + "Signature=0")
                .timeout(Duration.ofSeconds(3))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
