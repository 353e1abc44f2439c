package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Kills the service as a process while it writes, compaction included, and checks for every acknowledged write, indexes and tokens. */
class KillIT {

    private static final int WRITERS = 8;
    private static final int KEYS_EACH = 5;

    @TempDir
    Path data = Path.of("unset");

    private final TokenWriter tokens = new TokenWriter();

    @Test
    void everyAcknowledgedWriteSurvives() throws Exception {
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        int port = freePort();
        int enough = 300 + random.nextInt(1200);
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        Process first = start(port);
        try {
            writeUntilKilled(first, port, enough, random.nextInt(2_000_000), acknowledged);
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = start(port);
        try (DynamoDbClient dynamo = DynamoTestServer.client(port)) {
            awaitUp(dynamo);
            acknowledged.forEach((key, value) -> assertThat(stored(dynamo, key))
                    .as("%s, replay with -Dkill.seed=%d", key, seed)
                    .isBetween(value, value + 1));
            tokens.assertCountedOnce(dynamo, "replay with -Dkill.seed=" + seed);
        } finally {
            second.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).as("seed %d", seed).hasSize(WRITERS * KEYS_EACH);
    }

    /** Each writer counts its keys up; a count is recorded only after it was acknowledged. */
    private void writeUntilKilled(Process server, int port, int enough, int nanos, Map<String, Integer> acknowledged)
            throws Exception {
        AtomicInteger total = new AtomicInteger();
        try (DynamoDbClient dynamo = DynamoTestServer.client(port);
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            awaitUp(dynamo);
            tokens.createTable(dynamo);
            threads.execute(() -> tokens.write(dynamo));
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                threads.execute(() -> write(dynamo, own, total, acknowledged));
            }
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> total.get() >= enough);
            await().pollDelay(Duration.ofNanos(nanos)).until(() -> true);
            server.destroyForcibly();
        }
    }

    private static void write(
            DynamoDbClient dynamo, int writer, AtomicInteger total, Map<String, Integer> acknowledged) {
        try {
            for (int count = 1; ; count++) {
                for (int at = 0; at < KEYS_EACH; at++) {
                    String key = writer + "-" + at;
                    put(dynamo, key, count);
                    acknowledged.put(key, count);
                    total.incrementAndGet();
                }
            }
        } catch (SdkException e) {
            assertThat(total.get()).as("writes before the kill").isPositive();
        }
    }

    private static void put(DynamoDbClient dynamo, String key, int count) {
        dynamo.updateItem(r -> r.tableName("canary")
                .key(Map.of("id", AttributeValue.fromS(key)))
                .updateExpression("ADD n :one")
                .conditionExpression("attribute_not_exists(n) OR n = :before")
                .expressionAttributeValues(Map.of(
                        ":one",
                        AttributeValue.fromN("1"),
                        ":before",
                        AttributeValue.fromN(String.valueOf(count - 1)))));
    }

    private static int stored(DynamoDbClient dynamo, String key) {
        return Integer.parseInt(dynamo.getItem(r -> r.tableName("canary").key(Map.of("id", AttributeValue.fromS(key))))
                .item()
                .getOrDefault("n", AttributeValue.fromN("0"))
                .n());
    }

    private static void awaitUp(DynamoDbClient dynamo) {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> dynamo.listTables().tableNames().contains("canary"));
    }

    private Process start(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DynamoApplication.class.getName()));
        command.addAll(List.of(DynamoTestServer.arguments(data, port)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
