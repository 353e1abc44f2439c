package emptyrecord.e2e.kill;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The lease table as DynamoDB has it; nothing is retried. Throws SdkException while DynamoDB does not answer. */
final class LeaseRows implements AutoCloseable {

    private static final String SET_ALL = "SET epoch = :next, holder = :holder, reservedUntil = :reserved,"
            + " leaseUntil = :reserved, writtenAt = :written";

    private final DynamoDbClient client;

    /**
     * A row; instants are incident time.
     *
     * @param reservedUntil no other holder takes the droplet before
     */
    record Row(String droplet, String holder, long epoch, Instant reservedUntil, Instant writtenAt) {}

    LeaseRows(URI endpoint) {
        client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(
                        c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()).apiCallTimeout(Duration.ofSeconds(5)))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    List<Row> all() {
        List<Row> rows = new ArrayList<>();
        client.scanPaginator(s -> s.tableName(Ec2Region.TABLE).consistentRead(true))
                .items()
                .forEach(item -> rows.add(row(item)));
        return rows;
    }

    Optional<Row> find(String droplet) {
        Map<String, AttributeValue> item = client.getItem(
                        g -> g.tableName(Ec2Region.TABLE).key(key(droplet)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(row(item));
    }

    /** @return whether the table still had the epoch before */
    boolean write(Row next) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":next", number(next.epoch()));
        values.put(":holder", AttributeValue.fromS(next.holder()));
        values.put(":reserved", number(next.reservedUntil().toEpochMilli()));
        values.put(":written", number(next.writtenAt().toEpochMilli()));
        values.put(":known", number(next.epoch() - 1));
        try {
            client.updateItem(u -> u.tableName(Ec2Region.TABLE)
                    .key(key(next.droplet()))
                    .updateExpression(SET_ALL)
                    .conditionExpression("epoch = :known")
                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Row row(Map<String, AttributeValue> item) {
        return new Row(
                text(item, "droplet"),
                text(item, "holder"),
                millis(item, "epoch"),
                Instant.ofEpochMilli(millis(item, "reservedUntil")),
                Instant.ofEpochMilli(millis(item, "writtenAt")));
    }

    private static Map<String, AttributeValue> key(String droplet) {
        return Map.of("droplet", AttributeValue.fromS(droplet));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    private static long millis(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(item.getOrDefault(name, number(0)).n());
    }

    @Override
    public void close() {
        client.close();
    }
}
