package emptyrecord.dwfm.client;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseClaim;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Work;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Lease records as DynamoDB items: key {@code droplet} (S), then {@code epoch} (N), {@code holder} (S) and {@code
 * reservedUntil}, {@code leaseUntil}, {@code writtenAt} (N, milliseconds of incident time).
 *
 * @param table the table's name
 */
public record Rows(String table) {

    private static final String SET_ALL = "SET epoch = :next, holder = :holder, reservedUntil = :reserved,"
            + " leaseUntil = :lease, writtenAt = :written";

    UpdateItemRequest write(LeaseClaim.Write write) {
        LeaseRecord next = write.next();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":next", number(next.epoch()));
        values.put(":holder", text(next.holder()));
        values.put(":reserved", instant(next.reservedUntil()));
        values.put(":lease", instant(next.leaseUntil()));
        values.put(":written", instant(next.writtenAt()));
        write.known().ifPresent(epoch -> values.put(":known", number(epoch)));
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(next.droplet()))
                .updateExpression(SET_ALL)
                .conditionExpression(write.known().isPresent() ? "epoch = :known" : "attribute_not_exists(droplet)")
                .expressionAttributeValues(values)
                .build();
    }

    /** The same write as a part of a transaction. */
    TransactWriteItem part(LeaseClaim.Write write) {
        UpdateItemRequest alone = write(write);
        return TransactWriteItem.builder()
                .update(update -> update.tableName(alone.tableName())
                        .key(alone.key())
                        .updateExpression(alone.updateExpression())
                        .conditionExpression(alone.conditionExpression())
                        .expressionAttributeValues(alone.expressionAttributeValues()))
                .build();
    }

    /** Records a change on the droplet, only while the table confirms that {@code holder} has it. */
    UpdateItemRequest confirm(Work.Change change, String holder, Instant now) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(change.droplet()))
                .updateExpression("SET lastChange = :change")
                .conditionExpression("holder = :holder AND reservedUntil > :now")
                .expressionAttributeValues(Map.of(
                        ":change",
                                text(change.what().kind() + " " + change.what().instance()),
                        ":holder", text(holder),
                        ":now", instant(now)))
                .build();
    }

    GetItemRequest read(DropletId droplet) {
        return GetItemRequest.builder()
                .tableName(table)
                .key(key(droplet))
                .consistentRead(true)
                .build();
    }

    /** What a BatchGetItem asks for to read these rows. */
    Map<String, KeysAndAttributes> readAll(List<DropletId> droplets) {
        KeysAndAttributes keys = KeysAndAttributes.builder()
                .keys(droplets.stream().map(Rows::key).toList())
                .consistentRead(true)
                .build();
        return Map.of(table, keys);
    }

    LeaseRecord parse(DropletId droplet, Map<String, AttributeValue> item) {
        return new LeaseRecord(
                droplet,
                numberIn(item, "epoch"),
                item.getOrDefault("holder", text("")).s(),
                Instant.ofEpochMilli(numberIn(item, "reservedUntil")),
                Instant.ofEpochMilli(numberIn(item, "leaseUntil")),
                Instant.ofEpochMilli(numberIn(item, "writtenAt")));
    }

    private static Map<String, AttributeValue> key(DropletId droplet) {
        return Map.of("droplet", text(droplet.toString()));
    }

    private static long numberIn(Map<String, AttributeValue> item, String attribute) {
        return Long.parseLong(item.getOrDefault(attribute, number(0)).n());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static AttributeValue instant(Instant value) {
        return number(value.toEpochMilli());
    }
}
