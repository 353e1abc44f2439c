package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** docs/dynamodb.md against the AWS SDK's model of the API and against the service. */
class ConformancePageIT extends ServedProtocol {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z][A-Za-z]+) \\|(.*)\\|(.*)\\|(.*)\\|$");

    private final String page = page();
    private final Map<String, List<String>> cells = cells(page);

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "dynamodb.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The three cells of each operation. */
    private static Map<String, List<String>> cells(String page) {
        Map<String, List<String>> cells = new TreeMap<>();
        ROW.matcher(page)
                .results()
                .filter(row -> !row.group(1).equals("Operation"))
                .forEach(row -> cells.put(row.group(1), List.of(row.group(2), row.group(3), row.group(4))));
        return cells;
    }

    /** Parameters of each operation of a client. */
    private static Map<String, List<String>> operations(Class<?> client) throws ReflectiveOperationException {
        Map<String, List<String>> operations = new TreeMap<>();
        for (Method method : client.getMethods()) {
            Class<?>[] taken = method.getParameterTypes();
            if (taken.length == 1
                    && taken[0].getSimpleName().endsWith("Request")
                    && method.getReturnType().getSimpleName().endsWith("Response")) {
                operations.put(taken[0].getSimpleName().replaceAll("Request$", ""), members(taken[0]));
            }
        }
        return operations;
    }

    private static List<String> members(Class<?> request) throws ReflectiveOperationException {
        Object builder = request.getMethod("builder").invoke(null);
        Object empty =
                Class.forName(request.getName() + "$Builder").getMethod("build").invoke(builder);
        return ((SdkPojo) empty).sdkFields().stream().map(SdkField::memberName).toList();
    }

    private static Map<String, List<String>> api() throws ReflectiveOperationException {
        Map<String, List<String>> api = operations(DynamoDbClient.class);
        api.putAll(operations(DynamoDbStreamsClient.class));
        return api;
    }

    private static boolean isServed(String operation, boolean ofStreams) throws Exception {
        String target = (ofStreams ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.") + operation;
        return !server.send(target, "{}".getBytes(StandardCharsets.UTF_8))
                .body()
                .contains("UnknownOperationException");
    }

    @Test
    void thePageNamesEachOperationOnceAndTheServiceHasWhatItSays() throws Exception {
        Map<String, List<String>> streams = operations(DynamoDbStreamsClient.class);
        String absent = page.substring(page.indexOf("## Operations that are not there"), page.indexOf("## PartiQL"));
        assertThat(api().keySet()).containsAll(cells.keySet());
        for (String operation : api().keySet()) {
            assertThat(isServed(operation, streams.containsKey(operation)))
                    .as(operation)
                    .isEqualTo(cells.containsKey(operation));
            assertThat(Pattern.compile("\\b" + operation + "\\b")
                            .matcher(absent)
                            .find())
                    .as(operation + " among those that are not there")
                    .isNotEqualTo(cells.containsKey(operation));
        }
    }

    @Test
    void aRowNamesEachParameterOnceAndNoOthers() throws Exception {
        for (Map.Entry<String, List<String>> row : cells.entrySet()) {
            List<String> named = new ArrayList<>();
            row.getValue().forEach(cell -> named.addAll(named(cell)));
            assertThat(named).as(row.getKey()).containsExactlyInAnyOrderElementsOf(api().get(row.getKey()));
        }
    }

    private static List<String> named(String cell) {
        return Pattern.compile("`([A-Z][a-zA-Z]+)`")
                .matcher(cell.replace("`ACTIVE`", ""))
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    @Test
    void theCountsAreThoseOfTheRows() throws Exception {
        int[] counts = new int[3];
        cells.values().forEach(row -> {
            for (int column = 0; column < counts.length; column++) {
                counts[column] += named(row.get(column)).size();
            }
        });
        assertThat(page)
                .contains("**" + cells.size() + " of the API's " + api().size() + " operations are there. Of their "
                        + (counts[0] + counts[1] + counts[2]) + " parameters " + counts[0] + " work, " + counts[1]
                        + " differ or have no effect, and " + counts[2] + " are not there.**");
    }

    /** Each of the parameters that are not there. */
    @Test
    void whatIsNotThereIsRefused() throws Exception {
        for (Map.Entry<String, List<String>> row : cells.entrySet()) {
            for (String member : named(row.getValue().get(2))) {
                Reply reply = call(row.getKey(), "{'TableName':'canary','" + member + "':[]}");
                assertThat(reply.message())
                        .as(row.getKey())
                        .isEqualTo(member + " is not supported by this region; leave it out");
            }
        }
    }
}
