package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;

/** The service and its own data on disk. */
class OwnDataIT {

    private static final int ITEMS = 260;

    /** The amount is tested here, not the disk. */
    private static final String PROCESS = "--dynamo.durability=process";

    @TempDir
    Path data = Path.of("unset");

    /** 100 MB in a heap of 64 MB: what is stored is on disk. */
    @Test
    void tablesMayBeLargerThanTheHeap() throws Exception {
        try (ShippedDynamo shipped = ShippedDynamo.start(data, PROCESS);
                DynamoDbClient dynamo = shipped.client()) {
            for (int i = 0; i < ITEMS; i++) {
                put(dynamo, "canary", "id", "i" + i, 390_000);
            }
            put(dynamo, "droplet-leases", "droplet", "d", 10);
            assertThat(dynamo.scanPaginator(r -> r.tableName("canary")).items()).hasSize(ITEMS);
        }
        try (ShippedDynamo again = ShippedDynamo.start(data, PROCESS);
                DynamoDbClient dynamo = again.client()) {
            assertThat(again.log()).contains("all that it acknowledged is there");
            assertThat(dynamo.describeTable(r -> r.tableName("canary")).table().itemCount())
                    .isEqualTo(ITEMS);
            assertThat(dynamo.scanPaginator(r -> r.tableName("canary")).items()).hasSize(ITEMS);
            put(dynamo, "canary", "id", "i0", 10);
            assertThat(get(dynamo, "i0")).containsEntry("v", text(10));
            again.assertAlive();
        }
    }

    /** A limit on the size of files simulates a full disk: the JVM sees an IOException half way through a commit. */
    @Test
    void whatTheDiskCannotTakeIsRefusedAndDoesNotComeBack() throws Exception {
        List<String> limited = List.of("bash", "-c", "ulimit -f 300; exec \"$@\"", "limited");
        List<String> acknowledged = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (ShippedDynamo full = ShippedDynamo.start(data, limited);
                DynamoDbClient dynamo = full.client()) {
            for (int i = 0; refused.size() < 3; i++) {
                try {
                    put(dynamo, "canary", "id", "i" + i, 20_000);
                    acknowledged.add("i" + i);
                } catch (InternalServerErrorException e) {
                    refused.add("i" + i);
                }
            }
            for (int i = 0; refused.size() < 5; i++) {
                (transacted(dynamo, i) ? acknowledged : refused).addAll(List.of("t" + i, "u" + i));
            }
            assertThat(acknowledged).isNotEmpty();
            assertHas(dynamo, acknowledged, refused);
        }
        try (ShippedDynamo again = ShippedDynamo.start(data);
                DynamoDbClient dynamo = again.client()) {
            assertHas(dynamo, acknowledged, refused);
        }
    }

    /** A checkpoint may have made room again, so some of them succeed; each does wholly or not at all. */
    private static boolean transacted(DynamoDbClient dynamo, int number) {
        Map<String, AttributeValue> one = Map.of("id", AttributeValue.fromS("t" + number), "v", text(20_000));
        Map<String, AttributeValue> two = Map.of("id", AttributeValue.fromS("u" + number), "v", text(20_000));
        try {
            dynamo.transactWriteItems(r -> r.transactItems(
                    t -> t.put(p -> p.tableName("canary").item(one)),
                    t -> t.put(p -> p.tableName("canary").item(two).conditionExpression("attribute_not_exists(id)"))));
            return true;
        } catch (InternalServerErrorException e) {
            return false;
        }
    }

    private static void assertHas(DynamoDbClient dynamo, List<String> acknowledged, List<String> refused) {
        for (String id : acknowledged) {
            assertThat(get(dynamo, id)).as(id).isNotEmpty();
        }
        for (String id : refused) {
            assertThat(get(dynamo, id)).as(id).isEmpty();
        }
    }

    private static Map<String, AttributeValue> get(DynamoDbClient dynamo, String id) {
        return dynamo.getItem(r -> r.tableName("canary").key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }

    private static void put(DynamoDbClient dynamo, String table, String key, String id, int length) {
        dynamo.putItem(r -> r.tableName(table).item(Map.of(key, AttributeValue.fromS(id), "v", text(length))));
    }

    private static AttributeValue text(int length) {
        return AttributeValue.fromS("y".repeat(length));
    }
}
