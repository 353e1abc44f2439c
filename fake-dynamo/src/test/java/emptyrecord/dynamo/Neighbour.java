package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A healthy client during an abuse: it puts and gets every 100 ms. It does so over a kept connection without a retry,
 * and over a new one each time, with three tries as in the SDKs.
 */
final class Neighbour implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final int ROUNDS_BEFORE = 3;

    private final int port;
    private final DynamoDbClient kept;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stopped;

    Neighbour(int port) {
        this.port = port;
        this.kept = DynamoTestServer.client(port);
        this.thread = Thread.ofPlatform().start(this::goOn);
        awaitRounds(ROUNDS_BEFORE);
    }

    /** Waits for so many more rounds. */
    void awaitRounds(int more) {
        int wanted = rounds.get() + more;
        await().atMost(Duration.ofMinutes(1)).until(() -> rounds.get() >= wanted || !failures.isEmpty());
    }

    private void goOn() {
        while (!stopped) {
            try {
                String value = String.valueOf(rounds.get());
                putAndGet(value);
                putAnew(value);
                rounds.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (Exception e) {
                failures.add(e.toString());
            }
        }
    }

    private void putAndGet(String value) {
        Map<String, AttributeValue> key = Map.of("droplet", AttributeValue.fromS("neighbour"));
        kept.putItem(r -> r.tableName("droplet-leases")
                .item(Map.of("droplet", AttributeValue.fromS("neighbour"), "v", AttributeValue.fromN(value))));
        Map<String, AttributeValue> got =
                kept.getItem(r -> r.tableName("droplet-leases").key(key)).item();
        assertThat(got).containsEntry("v", AttributeValue.fromN(value));
    }

    private void putAnew(String value) throws IOException {
        String body = "{\"TableName\":\"droplet-leases\",\"Item\":{\"droplet\":{\"S\":\"newcomer\"},\"v\":{\"N\":\""
                + value + "\"}}}";
        for (int attempt = 1; ; attempt++) {
            try {
                assertThat(Wire.call(port, "PutItem", body)).startsWith("HTTP/1.1 200");
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Closes it; it must never have failed. */
    @Override
    public void close() throws InterruptedException {
        awaitRounds(ROUNDS_BEFORE);
        stopped = true;
        thread.join();
        kept.close();
        assertThat(failures).isEmpty();
    }
}
