package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The lab's operations on its tables, through the AWS SDK. */
class DynamoIT extends ServedDynamo {

    @Test
    void tablesOfTheSettingsExistAndOthersComeAndGo() {
        assertThat(dynamo.listTables().tableNames()).contains("droplet-leases", "canary");
        createRanged("coming");
        assertThatThrownBy(() -> createRanged("coming")).isInstanceOf(ResourceInUseException.class);
        var table = dynamo.describeTable(r -> r.tableName("coming")).table();
        assertThat(table.tableStatusAsString()).isEqualTo("ACTIVE");
        assertThat(table.keySchema()).hasSize(2);
        dynamo.deleteTable(r -> r.tableName("coming"));
        assertThatThrownBy(() -> dynamo.describeTable(r -> r.tableName("coming")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Requested resource not found: Table: coming not found");
        assertThat(server.eventKinds()).contains("table-created", "table-deleted");
    }

    @Test
    void putGetUpdateDelete() {
        Map<String, AttributeValue> item = Map.of(
                "id", s("all"),
                "n", n("1.50"),
                "b", AttributeValue.fromBool(true),
                "nul", AttributeValue.fromNul(true),
                "ss", AttributeValue.fromSs(List.of("x", "y")),
                "ns", AttributeValue.fromNs(List.of("1", "2")),
                "l", AttributeValue.fromL(List.of(s("é"), n("2"))),
                "m", AttributeValue.fromM(Map.of("k", s(""))));
        var put = dynamo.putItem(
                r -> r.tableName("canary").item(item).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(put.consumedCapacity().capacityUnits()).isEqualTo(1.0);
        Map<String, AttributeValue> got =
                dynamo.getItem(r -> r.tableName("canary").key(key("all"))).item();
        assertThat(got.get("n")).isEqualTo(n("1.5"));
        assertThat(got.get("l")).isEqualTo(item.get("l"));
        assertThat(got.get("m")).isEqualTo(item.get("m"));
        var updated = dynamo.updateItem(r -> r.tableName("canary")
                .key(key("all"))
                .updateExpression("SET n = n + :one, m.#x = :one REMOVE b ADD ss :more")
                .expressionAttributeNames(Map.of("#x", "status"))
                .expressionAttributeValues(Map.of(":one", n("1"), ":more", AttributeValue.fromSs(List.of("z"))))
                .returnValues(ReturnValue.UPDATED_NEW));
        assertThat(updated.attributes().keySet()).containsExactlyInAnyOrder("n", "m", "ss");
        assertThat(updated.attributes()).containsEntry("n", n("2.5"));
        var projected =
                dynamo.getItem(r -> r.tableName("canary").key(key("all")).projectionExpression("l[1], b"));
        assertThat(projected.item()).isEqualTo(Map.of("l", AttributeValue.fromL(List.of(n("2")))));
        assertThat(dynamo.deleteItem(r -> r.tableName("canary").key(key("all")).returnValues(ReturnValue.ALL_OLD))
                        .attributes())
                .containsKey("nul");
        assertThat(dynamo.getItem(r -> r.tableName("canary").key(key("all"))).hasItem())
                .isFalse();
    }

    @Test
    void aFailedConditionShowsTheItemIfAsked() {
        dynamo.putItem(r -> r.tableName("canary").item(Map.of("id", s("held"), "v", n("7"))));
        assertThatThrownBy(() -> dynamo.putItem(r -> r.tableName("canary")
                        .item(key("held"))
                        .conditionExpression("attribute_not_exists(id)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .isInstanceOfSatisfying(ConditionalCheckFailedException.class, e -> {
                    assertThat(e.item()).containsEntry("v", n("7"));
                    assertThat(e.getMessage()).contains("The conditional request failed");
                });
    }

    @Test
    void queryAndScanPageThroughEverything() {
        createRanged("pages");
        for (int at = 0; at < 25; at++) {
            String range = String.valueOf(100 + at);
            dynamo.putItem(r -> r.tableName("pages").item(Map.of("h", s("one"), "r", n(range), "even", n(range))));
        }
        dynamo.putItem(r -> r.tableName("pages").item(Map.of("h", s("two"), "r", n("1"))));
        List<Map<String, AttributeValue>> all = dynamo
                .queryPaginator(r -> r.tableName("pages")
                        .limit(7)
                        .scanIndexForward(false)
                        .keyConditionExpression("h = :h AND r BETWEEN :from AND :to")
                        .filterExpression("even <> :not")
                        .expressionAttributeValues(
                                Map.of(":h", s("one"), ":from", n("105"), ":to", n("119"), ":not", n("110"))))
                .items()
                .stream()
                .toList();
        assertThat(all).hasSize(14);
        assertThat(all.getFirst()).containsEntry("r", n("119"));
        assertThat(dynamo.scanPaginator(r -> r.tableName("pages").limit(4)).items().stream())
                .hasSize(26);
        assertThatThrownBy(() -> dynamo.query(r -> r.tableName("pages")
                        .keyConditionExpression("r = :r")
                        .expressionAttributeValues(Map.of(":r", n("1")))))
                .hasMessageContaining("Query condition missed key schema element: h");
    }

    @Test
    void batchesAndTransactions() {
        List<WriteRequest> puts = new ArrayList<>();
        for (int at = 0; at < 25; at++) {
            String id = "batch-" + at;
            puts.add(WriteRequest.builder().putRequest(p -> p.item(key(id))).build());
        }
        dynamo.batchWriteItem(r -> r.requestItems(Map.of("canary", puts)));
        var got = dynamo.batchGetItem(r -> r.requestItems(Map.of(
                "canary",
                software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes.builder()
                        .keys(key("batch-0"), key("batch-24"), key("batch-none"))
                        .build())));
        assertThat(got.responses().get("canary")).hasSize(2);
        assertThatThrownBy(() -> dynamo.transactWriteItems(r -> r.transactItems(
                        t -> t.put(p -> p.tableName("canary").item(key("never"))),
                        t -> t.conditionCheck(c -> c.tableName("canary")
                                .key(key("batch-0"))
                                .conditionExpression("attribute_not_exists(id)")))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e -> assertThat(e.cancellationReasons().get(1).code()).isEqualTo("ConditionalCheckFailed"));
        assertThat(dynamo.getItem(r -> r.tableName("canary").key(key("never"))).hasItem())
                .isFalse();
        dynamo.transactWriteItems(r -> r.transactItems(
                t -> t.put(p -> p.tableName("canary").item(key("both"))),
                t -> t.delete(d -> d.tableName("canary").key(key("batch-1")))));
        assertThat(dynamo.getItem(r -> r.tableName("canary").key(key("both"))).hasItem())
                .isTrue();
    }

    @Test
    void exactlyOneWinnerForEachVersion() {
        dynamo.putItem(r -> r.tableName("droplet-leases").item(Map.of("droplet", s("raced"), "v", n("0"))));
        Map<Integer, AtomicInteger> winners = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int racer = 0; racer < 200; racer++) {
                int version = racer / 20;
                threads.execute(() -> raceFor(version, winners));
            }
        }
        assertThat(winners)
                .hasSize(10)
                .allSatisfy((version, won) -> assertThat(won).hasValue(1));
    }

    /** Waits for its version to be the current one, then tries once against the other nineteen. */
    private void raceFor(int version, Map<Integer, AtomicInteger> winners) {
        await().until(() -> Integer.parseInt(dynamo.getItem(
                                r -> r.tableName("droplet-leases").key(Map.of("droplet", s("raced"))))
                        .item()
                        .getOrDefault("v", n("-1"))
                        .n())
                >= version);
        try {
            dynamo.updateItem(r -> r.tableName("droplet-leases")
                    .key(Map.of("droplet", s("raced")))
                    .updateExpression("SET v = v + :one")
                    .conditionExpression("v = :mine")
                    .expressionAttributeValues(Map.of(":one", n("1"), ":mine", n(String.valueOf(version)))));
            winners.computeIfAbsent(version, v -> new AtomicInteger()).incrementAndGet();
        } catch (ConditionalCheckFailedException e) {
            assertThat(e.statusCode()).isEqualTo(400);
        }
    }

    private void createRanged(String table) {
        dynamo.createTable(r -> r.tableName(table)
                .keySchema(
                        k -> k.attributeName("h").keyType(KeyType.HASH),
                        k -> k.attributeName("r").keyType(KeyType.RANGE))
                .attributeDefinitions(
                        a -> a.attributeName("h").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("r").attributeType(ScalarAttributeType.N))
                .billingMode("PAY_PER_REQUEST"));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", s(id));
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(String number) {
        return AttributeValue.fromN(number);
    }
}
