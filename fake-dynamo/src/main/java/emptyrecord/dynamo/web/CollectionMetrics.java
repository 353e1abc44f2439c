package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * ReturnItemCollectionMetrics: the item collections that a request wrote to. Only a table with local indexes has them
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemCollectionMetrics.html). Estimated sizes are
 * in GB; no collection here reaches one.
 */
final class CollectionMetrics {

    private enum Wanted {
        SIZE,
        NONE
    }

    private final Store store;
    private final Wanted wanted;
    private final Map<String, Set<AttributeValue>> written = new LinkedHashMap<>();

    CollectionMetrics(Store store, Call call) {
        this.store = store;
        this.wanted = call.choice("ReturnItemCollectionMetrics", Wanted.class, Wanted.NONE);
    }

    void add(String table, ItemKey key) {
        if (wanted == Wanted.SIZE && local(table)) {
            written.computeIfAbsent(table, any -> new LinkedHashSet<>()).add(key.hash());
        }
    }

    private boolean local(String table) {
        return store.<Boolean>read(table, t -> t.schema().options().hasLocalIndexes());
    }

    /** Of a request that writes one item. */
    void one(JsonGenerator out) {
        written.forEach((table, hashes) -> {
            out.writeName("ItemCollectionMetrics");
            entry(out, table, hashes.iterator().next());
        });
    }

    /** Of a request that writes several items. */
    void byTable(JsonGenerator out) {
        if (wanted == Wanted.SIZE) {
            out.writeObjectPropertyStart("ItemCollectionMetrics");
            written.forEach((table, hashes) -> {
                out.writeArrayPropertyStart(table);
                hashes.forEach(hash -> entry(out, table, hash));
                out.writeEndArray();
            });
            out.writeEndObject();
        }
    }

    private void entry(JsonGenerator out, String table, AttributeValue hash) {
        out.writeStartObject();
        out.writeName("ItemCollectionKey");
        AttributeWriter.attributes(
                out, Map.of(store.read(table, Table::schema).hash().name(), hash));
        out.writeArrayPropertyStart("SizeEstimateRangeGB");
        out.writeNumber(0.0);
        out.writeNumber(1.0);
        out.writeEndArray();
        out.writeEndObject();
    }
}
