package emptyrecord.dwfm.client;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Reads rows of the lease table in pages of {@value #ROWS}, one page after the other, each in its {@link ReadPace turn}.
 * DynamoDB may leave a part of a page out; the rest is asked for in the next turn (API reference, "BatchGetItem").
 *
 * @param call one BatchGetItem
 */
record LeasePages(Rows rows, ReadPace pace, Function<BatchGetItemRequest, BatchGetItemResponse> call) {

    /** Our choice; BatchGetItem takes 100. */
    static final int ROWS = 25;

    /**
     * The rows that the table has.
     *
     * @throws IllegalStateException if DynamoDB answers without any of the rest
     */
    List<LeaseRecord> read(List<DropletId> droplets) {
        List<LeaseRecord> found = new ArrayList<>();
        for (int from = 0; from < droplets.size(); from += ROWS) {
            found.addAll(page(droplets.subList(from, Math.min(droplets.size(), from + ROWS))));
        }
        return found;
    }

    private List<LeaseRecord> page(List<DropletId> droplets) {
        Map<String, DropletId> byKey = droplets.stream()
                .collect(Collectors.toMap(DropletId::toString, id -> id, (a, b) -> a, LinkedHashMap::new));
        List<LeaseRecord> found = new ArrayList<>();
        Map<String, KeysAndAttributes> rest = rows.readAll(droplets);
        while (!rest.isEmpty()) {
            pace.awaitTurn();
            BatchGetItemResponse answer =
                    call.apply(BatchGetItemRequest.builder().requestItems(rest).build());
            List<Map<String, AttributeValue>> items = answer.responses().getOrDefault(rows.table(), List.of());
            rest = answer.unprocessedKeys();
            if (items.isEmpty() && !rest.isEmpty()) {
                throw new IllegalStateException("DynamoDB answered without any of the rows that were asked for");
            }
            items.forEach(item -> found.add(rows.parse(idOf(byKey, item), item)));
        }
        return found;
    }

    private static DropletId idOf(Map<String, DropletId> byKey, Map<String, AttributeValue> item) {
        String key = item.getOrDefault("droplet", AttributeValue.fromS("")).s();
        DropletId droplet = byKey.get(key);
        if (droplet == null) {
            throw new IllegalStateException("DynamoDB answered with the row '" + key + "', which was not asked for");
        }
        return droplet;
    }
}
