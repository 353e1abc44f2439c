package emptyrecord.dwfm.client;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Attempt;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.InstanceTable.Contents;
import emptyrecord.dwfm.instances.InstanceTable.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of the table of instances as DynamoDB items, key {@code id} (S). An instance has {@code version} and {@code seq} (N),
 * {@code state}, {@code zone}, {@code droplet} for people who look at the table, and all of it as JSON in {@code body} (S).
 * An attempt has {@code instance} (S), {@code host} and {@code slot} (N), and {@code givenUp} (BOOL) once nobody
 * waits for it.
 *
 * @param table the table's name
 */
record InstanceItems(String table, JsonMapper json) {

    static final String ID = "id";
    static final String VERSION = "version";
    static final String COUNTER = "counter";
    private static final String STOCKED = "stocked";
    private static final String BODY = "body";

    static Map<String, AttributeValue> key(String id) {
        return Map.of(ID, text(id));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static boolean isInstance(String key) {
        return key.startsWith("i-");
    }

    static String id(Map<String, AttributeValue> item) {
        return item.getOrDefault(ID, text("")).s();
    }

    static long numberIn(Map<String, AttributeValue> item, String attribute) {
        return Long.parseLong(item.getOrDefault(attribute, number(0)).n());
    }

    /** On the condition that the row is as it was known. */
    TransactWriteItem write(Change change) {
        return switch (change) {
            case Change.Put put -> put(put);
            case Change.Remove remove -> delete(remove);
            case Change.Begin begin -> plain(item(begin.attempt()));
            case Change.Placed placed -> placed(placed.key());
            case Change.GiveUp giveUp -> giveUp(giveUp.key());
            case Change.Settle settle -> delete(settle.key());
            case Change.Stock stock -> plain(key(STOCKED));
        };
    }

    private TransactWriteItem put(Change.Put put) {
        Put.Builder request = Put.builder().tableName(table).item(item(put));
        if (put.known() == 0) {
            request.conditionExpression("attribute_not_exists(id)");
        } else {
            request.conditionExpression("version = :known")
                    .expressionAttributeValues(Map.of(":known", number(put.known())));
        }
        return TransactWriteItem.builder().put(request.build()).build();
    }

    private TransactWriteItem delete(Change.Remove remove) {
        Delete request = Delete.builder()
                .tableName(table)
                .key(key(remove.key()))
                .conditionExpression("version = :known")
                .expressionAttributeValues(Map.of(":known", number(remove.known())))
                .build();
        return TransactWriteItem.builder().delete(request).build();
    }

    private TransactWriteItem placed(String attempt) {
        Delete request = Delete.builder()
                .tableName(table)
                .key(key(attempt))
                .conditionExpression("attribute_exists(id) AND attribute_not_exists(givenUp)")
                .build();
        return TransactWriteItem.builder().delete(request).build();
    }

    private TransactWriteItem giveUp(String attempt) {
        Update request = Update.builder()
                .tableName(table)
                .key(key(attempt))
                .updateExpression("SET givenUp = :yes")
                .conditionExpression("attribute_exists(id)")
                .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true)))
                .build();
        return TransactWriteItem.builder().update(request).build();
    }

    TransactWriteItem delete(String id) {
        return TransactWriteItem.builder()
                .delete(Delete.builder().tableName(table).key(key(id)).build())
                .build();
    }

    /** Unconditionally. */
    TransactWriteItem plain(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item).build())
                .build();
    }

    /** On the condition that the row is of no later version; one without a version is always the same. */
    TransactWriteItem unlessNewer(Map<String, AttributeValue> item) {
        AttributeValue version = item.get(VERSION);
        if (version == null) {
            return plain(item);
        }
        Put put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(id) OR version <= :mine")
                .expressionAttributeValues(Map.of(":mine", version))
                .build();
        return TransactWriteItem.builder().put(put).build();
    }

    /** @throws IllegalArgumentException if the change puts no row */
    Map<String, AttributeValue> item(Change change) {
        return switch (change) {
            case Change.Put put -> item(put);
            case Change.Stock stock -> key(STOCKED);
            case Change.Remove r -> throw noPut(change);
            case Change.Begin b -> throw noPut(change);
            case Change.Placed p -> throw noPut(change);
            case Change.GiveUp g -> throw noPut(change);
            case Change.Settle s -> throw noPut(change);
        };
    }

    private static IllegalArgumentException noPut(Change change) {
        return new IllegalArgumentException("more than one transaction may only put instances, not " + change);
    }

    private Map<String, AttributeValue> item(Change.Put put) {
        Instance i = put.instance();
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        item.put(ID, text(i.id()));
        item.put(VERSION, number(put.known() + 1));
        item.put("seq", number(i.seq()));
        item.put("state", text(i.state().word()));
        item.put("zone", text(i.zone()));
        item.put("droplet", text(i.droplet().toString()));
        item.put(BODY, text(json.writeValueAsString(i)));
        return item;
    }

    private static Map<String, AttributeValue> item(Attempt attempt) {
        return Map.of(
                ID,
                text(attempt.name()),
                "instance",
                text(attempt.instance()),
                "host",
                number(attempt.droplet().host()),
                "slot",
                number(attempt.droplet().slot()));
    }

    /** Rows as they come from the table; other rows are left out. */
    final class Found {
        private final List<Stored> instances = new ArrayList<>();
        private final List<Attempt> attempts = new ArrayList<>();
        private boolean stocked;

        void add(Map<String, AttributeValue> item) {
            String id = id(item);
            stocked |= id.equals(STOCKED);
            if (isInstance(id)) {
                instances.add(stored(item));
            } else if (Attempt.isName(id)) {
                attempts.add(attempt(id, item));
            }
        }

        Contents contents() {
            return new Contents(instances, attempts, stocked);
        }
    }

    private Stored stored(Map<String, AttributeValue> item) {
        String body = item.getOrDefault(BODY, text("")).s();
        return new Stored(json.readValue(body, Instance.class), numberIn(item, VERSION));
    }

    private static Attempt attempt(String name, Map<String, AttributeValue> item) {
        DropletId droplet = new DropletId((int) numberIn(item, "host"), (int) numberIn(item, "slot"));
        return new Attempt(name, item.getOrDefault("instance", text("")).s(), droplet);
    }
}
