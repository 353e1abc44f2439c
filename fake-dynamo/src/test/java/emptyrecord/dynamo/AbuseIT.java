package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.limits.Hogs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that once ended the service, against the shipped heap: each is answered, and others are not affected. */
class AbuseIT {

    private static final int CONNECTIONS = 1036;
    private static final String GET = "{\"TableName\":\"canary\",\"Key\":{\"id\":{\"S\":\"none\"}}}";

    @TempDir
    static Path data = Path.of("unset");

    private static ShippedDynamo dynamo;
    private Neighbour neighbour;

    @BeforeAll
    static void start() throws IOException {
        dynamo = ShippedDynamo.start(data, "--dynamo.stored-max=20MB");
    }

    @AfterAll
    static void stop() throws IOException {
        dynamo.close();
    }

    @BeforeEach
    void moveIn() {
        neighbour = new Neighbour(dynamo.port);
    }

    @AfterEach
    void nobodyWasHarmed() throws InterruptedException {
        neighbour.close();
        dynamo.assertAlive();
        assertThat(dynamo.log()).doesNotContain("OutOfMemoryError").doesNotContain("ERROR");
    }

    @Test
    void tooManyValues() throws Exception {
        String maps = "{\"L\":[" + "{},".repeat(250_000) + "{}]}";
        assertThat(put("x", maps)).contains("HTTP/1.1 400", "ValidationException", "bytes of memory");
        String lists = "{\"L\":[" + "{\"L\":[]},".repeat(100_000) + "{\"L\":[]}]}";
        assertThat(put("x", lists)).contains("HTTP/1.1 400", "ValidationException", "bytes of memory");
        assertThat(put("x", "{\"L\":[".repeat(5000))).contains("SerializationException");
        String nulls = "{\"L\":[" + "{\"NULL\":true},".repeat(15_000) + "{\"NULL\":true}]}";
        assertThat(Wire.callMany(20, dynamo.port, "PutItem", item("canary", "x", nulls)))
                .allMatch(answer -> answer.startsWith("HTTP/1.1 200") || isRetried(answer))
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 200"));
    }

    @Test
    void keptConnections() throws Exception {
        hold(Wire.keep(CONNECTIONS, dynamo.port, new byte[0]));
        hold(Wire.keep(CONNECTIONS, dynamo.port, Wire.request("GetItem", GET)));
    }

    @Test
    void halfSentRequests() throws Exception {
        hold(Wire.keep(600, dynamo.port, Wire.bytes("POST / HTTP/1.1\r\nHost: x\r\nA: " + "y".repeat(7000))));
        byte[] body = Wire.bytes(Wire.head("PutItem", 1_000_000) + "\r\n{\"a\":\"" + "y".repeat(990_000));
        hold(Wire.keep(60, dynamo.port, body));
    }

    @Test
    void drippingRequestsEnd() throws Exception {
        List<Socket> drips = Wire.keep(50, dynamo.port, Wire.bytes("POST / HTTP/1.1\r\n"));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    drips.removeIf(AbuseIT::isClosed);
                    return drips.isEmpty();
                });
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.getOutputStream().write('A');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void requestsThatDoNotWaitForAnswers() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), dynamo.port);
        try (Hogs hogs = new Hogs(10, address, "", Wire.request("GetItem", GET))) {
            for (int i = 0; i < 5; i++) {
                long before = hogs.taken();
                neighbour.awaitRounds(2);
                await().until(() -> hogs.taken() > before);
            }
            assertThat(hogs.ended()).isEmpty();
        }
    }

    @Test
    void manyLargeRequestsAtOnce() throws Exception {
        String large = item("canary", "large", "{\"S\":\"" + "y".repeat(390_000) + "\"}");
        assertThat(Wire.callMany(60, dynamo.port, "PutItem", large))
                .allMatch(answer -> answer.startsWith("HTTP/1.1 200") || isRetried(answer))
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 200"));
        assertThat(Wire.call(dynamo.port, "PutItem", " ".repeat(5_000_000))).startsWith("HTTP/1.1 413");
    }

    @Test
    void moreThanTheTablesHold() throws Exception {
        createTable("filled");
        String text = "{\"S\":\"" + "y".repeat(390_000) + "\"}";
        int held = 0;
        String answer = Wire.call(dynamo.port, "PutItem", item("filled", "i0", text));
        while (answer.startsWith("HTTP/1.1 200") && held < 200) {
            held++;
            answer = Wire.call(dynamo.port, "PutItem", item("filled", "i" + held, text));
        }
        assertThat(held).isBetween(15, 199);
        assertThat(answer).contains("HTTP/1.1 400", "ItemCollectionSizeLimitExceededException", "dynamo.stored-max");
        readAll();
        String key = "{\"TableName\":\"filled\",\"Key\":{\"id\":{\"S\":\"i1\"}}}";
        assertThat(Wire.call(dynamo.port, "DeleteItem", key)).startsWith("HTTP/1.1 200");
        assertThat(Wire.call(dynamo.port, "PutItem", item("filled", "new", text)))
                .startsWith("HTTP/1.1 200");
        deleteTable("filled");
    }

    /** Pages of 1 MB, many at a time, also to callers that do not read them. */
    private void readAll() throws Exception {
        StringBuilder keys = new StringBuilder("{\"id\":{\"S\":\"i0\"}}");
        for (int i = 1; i < 100; i++) {
            keys.append(",{\"id\":{\"S\":\"i").append(i).append("\"}}");
        }
        String batch = "{\"RequestItems\":{\"filled\":{\"Keys\":[" + keys + "]}}}";
        assertThat(Wire.call(dynamo.port, "BatchGetItem", batch))
                .startsWith("HTTP/1.1 200")
                .contains("\"UnprocessedKeys\":{\"filled\":{\"Keys\":[");
        String scan = "{\"TableName\":\"filled\"}";
        assertThat(Wire.callMany(30, dynamo.port, "Scan", scan))
                .allMatch(answer -> answer.startsWith("HTTP/1.1 200") || isRetried(answer))
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 200"));
        List<Socket> slow = Wire.keep(40, dynamo.port, Wire.request("Scan", scan));
        neighbour.awaitRounds(10);
        dynamo.assertAlive();
        List<String> begun = new ArrayList<>();
        for (Socket caller : slow) {
            begun.add(Wire.beginning(caller));
        }
        assertThat(begun)
                .as("an answer, a refusal that is repeated, or the end for whoever does not take its answer")
                .allMatch(answer -> answer.startsWith("HTTP/1.1 200") || isRetried(answer) || answer.isEmpty())
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 200"));
        Wire.hangUp(slow);
    }

    @Test
    void valuesThatAreSmallThereAndLargeHere() throws Exception {
        createTable("dense");
        String maps = "{\"L\":[" + "{\"M\":{\"a\":{\"L\":[]}}},".repeat(6000) + "{\"L\":[]}]}";
        String answer = "HTTP/1.1 200";
        for (int i = 0; answer.startsWith("HTTP/1.1 200"); i++) {
            answer = Wire.call(dynamo.port, "PutItem", item("dense", "i" + i, maps));
        }
        assertThat(answer).contains("ItemCollectionSizeLimitExceededException");
        deleteTable("dense");
    }

    /** An item that is dense enough would take as much heap to read as many large ones. */
    @Test
    void anItemThatGrowsTooDense() throws Exception {
        String lists = "{\"L\":[" + "{\"L\":[]},".repeat(12_000) + "{\"L\":[]}]}";
        assertThat(put("dense", lists)).startsWith("HTTP/1.1 200");
        String update = "{\"TableName\":\"canary\",\"Key\":{\"id\":{\"S\":\"dense\"}},"
                + "\"UpdateExpression\":\"SET v = list_append(v, v)\"}";
        String grown = "HTTP/1.1 200";
        for (int i = 0; i < 10 && grown.startsWith("HTTP/1.1 200"); i++) {
            grown = Wire.call(dynamo.port, "UpdateItem", update);
        }
        assertThat(grown).contains("HTTP/1.1 400", "bytes of memory, which is a limit of this region");
        String get = "{\"TableName\":\"canary\",\"Key\":{\"id\":{\"S\":\"dense\"}}}";
        assertThat(Wire.callMany(40, dynamo.port, "GetItem", get))
                .allMatch(answer -> answer.startsWith("HTTP/1.1 200") || isRetried(answer))
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 200"));
        assertThat(Wire.callMany(10, dynamo.port, "Scan", "{\"TableName\":\"canary\"}"))
                .allMatch(answer -> answer.startsWith("HTTP/1.1 200") || isRetried(answer))
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 200"));
    }

    /** 1E125 has two bytes there, and 126 digits in an answer and on disk. */
    @Test
    void updatesThatDouble() throws Exception {
        assertThat(put("doubled", "{\"L\":[{\"N\":\"1E125\"}]}")).startsWith("HTTP/1.1 200");
        String update = "{\"TableName\":\"canary\",\"Key\":{\"id\":{\"S\":\"doubled\"}},"
                + "\"UpdateExpression\":\"SET v = list_append(v, v)\",\"ReturnValues\":\"ALL_NEW\"}";
        String answer = "HTTP/1.1 200";
        for (int i = 0; i < 30 && answer.startsWith("HTTP/1.1 200"); i++) {
            answer = Wire.call(dynamo.port, "UpdateItem", update);
        }
        assertThat(answer).contains("HTTP/1.1 400", "Item size to update has exceeded", "as JSON");
    }

    @Test
    void expressionsAndTablesWithoutEnd() throws Exception {
        for (int i = 0; i < 150; i++) {
            StringBuilder paths = new StringBuilder("a");
            for (int path = 0; path < 300; path++) {
                paths.append(",b").append(i).append('_').append(path);
            }
            String get = GET.substring(0, GET.length() - 1) + ",\"ProjectionExpression\":\"" + paths + "\"}";
            assertThat(Wire.call(dynamo.port, "GetItem", get)).startsWith("HTTP/1.1 200");
        }
        List<String> made = new ArrayList<>();
        String answer = "HTTP/1.1 200";
        while (answer.startsWith("HTTP/1.1 200")) {
            made.add("endless-" + made.size());
            answer = createTable(made.getLast());
        }
        assertThat(answer).contains("LimitExceededException");
        made.removeLast();
        for (String table : made) {
            deleteTable(table);
        }
    }

    @Test
    void brokenBytes() throws Exception {
        String chunked = "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: DynamoDB_20120810.PutItem\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nZZZ\r\nabc\r\n";
        assertThat(Wire.send(dynamo.port, Wire.bytes(chunked))).contains("HTTP/1.1 400", "SerializationException");
        String fields = "A: b\r\n".repeat(100);
        assertThat(Wire.send(dynamo.port, Wire.bytes("GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n")))
                .startsWith("HTTP/1.1 431");
        String expecting = Wire.head("ListTables", 2) + "Expect: 100-continue\r\nConnection: close\r\n\r\n{}";
        assertThat(Wire.send(dynamo.port, Wire.bytes(expecting)))
                .startsWith("HTTP/1.1 100")
                .contains("HTTP/1.1 200", "canary");
        assertThat(Wire.send(dynamo.port, Wire.bytes("GET /" + "a".repeat(9000))))
                .startsWith("HTTP/1.1 431");
    }

    private void hold(List<Socket> sockets) throws IOException {
        neighbour.awaitRounds(10);
        dynamo.assertAlive();
        Wire.hangUp(sockets);
    }

    private static boolean isRetried(String answer) {
        return answer.contains("#ThrottlingException") || answer.contains("#ServiceUnavailableException");
    }

    private static String put(String id, String value) throws IOException {
        return Wire.call(dynamo.port, "PutItem", item("canary", id, value));
    }

    private static String item(String table, String id, String value) {
        return "{\"TableName\":\"" + table + "\",\"Item\":{\"id\":{\"S\":\"" + id + "\"},\"v\":" + value + "}}";
    }

    private static String createTable(String name) throws IOException {
        return Wire.call(
                dynamo.port,
                "CreateTable",
                "{\"TableName\":\"" + name
                        + "\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":[{\"AttributeName\":\"id\",\"AttributeType\":\"S\"}],"
                        + "\"KeySchema\":[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]}");
    }

    private static void deleteTable(String name) throws IOException {
        assertThat(Wire.call(dynamo.port, "DeleteTable", "{\"TableName\":\"" + name + "\"}"))
                .startsWith("HTTP/1.1 200");
    }
}
