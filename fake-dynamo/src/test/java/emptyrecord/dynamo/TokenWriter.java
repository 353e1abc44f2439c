package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Counts up by transactions with a token each, on a table with an index, until the service is killed. */
final class TokenWriter {

    private static final String TABLE = "counted";
    private static final String INDEX = "by-count";
    private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("counter"));

    private volatile int sent;

    void createTable(DynamoDbClient dynamo) {
        dynamo.createTable(r -> r.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(d -> d.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH)));
        dynamo.updateTable(r -> r.tableName(TABLE)
                .attributeDefinitions(d -> d.attributeName("n").attributeType(ScalarAttributeType.N))
                .globalSecondaryIndexUpdates(u -> u.create(c -> c.indexName(INDEX)
                        .keySchema(k -> k.attributeName("n").keyType(KeyType.HASH))
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY)))));
    }

    void write(DynamoDbClient dynamo) {
        try {
            while (true) {
                sent++;
                send(dynamo);
            }
        } catch (SdkException e) {
            assertThat(sent).as("transactions before the kill").isPositive();
        }
    }

    private void send(DynamoDbClient dynamo) {
        dynamo.transactWriteItems(r -> r.clientRequestToken("count-" + sent)
                .transactItems(i -> i.update(u -> u.tableName(TABLE)
                        .key(KEY)
                        .updateExpression("ADD n :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))));
    }

    /** The answer to the last transaction was lost: the same one again is done at most once, and the index has it. */
    void assertCountedOnce(DynamoDbClient dynamo, String how) {
        send(dynamo);
        send(dynamo);
        AttributeValue count = AttributeValue.fromN(String.valueOf(sent));
        assertThat(Optional.ofNullable(
                        dynamo.getItem(r -> r.tableName(TABLE).key(KEY)).item().get("n")))
                .as(how)
                .contains(count);
        QueryResponse found = dynamo.query(r -> r.tableName(TABLE)
                .indexName(INDEX)
                .keyConditionExpression("n = :n")
                .expressionAttributeValues(Map.of(":n", count)));
        assertThat(found.items()).as(how).containsExactly(Map.of("id", AttributeValue.fromS("counter"), "n", count));
    }
}
