package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Reads;
import emptyrecord.dynamo.core.table.Reads.Found;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** GetItem, Query, Scan. Every read is consistent; the flag only matters for the capacity that is reported. */
final class ReadOperations {

    private static final int SEGMENTS_MAX = 1_000_000;

    private final Store store;

    ReadOperations(Store store) {
        this.store = store;
    }

    Map<String, Operation> all() {
        return Map.of("GetItem", this::get, "Query", this::query, "Scan", this::scan);
    }

    private enum Select {
        ALL_ATTRIBUTES,
        ALL_PROJECTED_ATTRIBUTES,
        SPECIFIC_ATTRIBUTES,
        COUNT
    }

    private void get(Call call, JsonGenerator out) {
        Optional<Projection> written = call.projection();
        Bindings bindings = call.bindings();
        Optional<Projection> projection = written.map(p -> p.resolve(bindings));
        Map<String, AttributeValue> key = call.attributes("Key");
        String table = call.text("TableName");
        Optional<Item> item = store.read(table, t -> t.get(KeyRules.ofKey(t.schema(), key)));
        item.map(found -> projection.map(p -> p.of(found)).orElse(found)).ifPresent(shown -> {
            call.reply().expect(JsonLength.of(shown.attributes()));
            out.writeName("Item");
            AttributeWriter.attributes(out, shown.attributes());
        });
        double units = Capacity.ofRead(item.map(Item::size).orElse(0), call.flag("ConsistentRead", false));
        Capacity.write(out, Capacity.wanted(call), table, units);
    }

    private void query(Call call, JsonGenerator out) {
        Condition key = call.condition(ExpressionKind.KEY_CONDITION)
                .orElseThrow(
                        () -> Refusal.validation(
                                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."));
        boolean forward = call.flag("ScanIndexForward", true);
        answer(call, out, (table, page) -> store.read(table, t -> Reads.query(t, key, forward, page)));
    }

    private void scan(Call call, JsonGenerator out) {
        int segments = call.number("TotalSegments", 1, SEGMENTS_MAX, 1);
        int segment = call.number("Segment", 0, SEGMENTS_MAX - 1, 0);
        if (call.has("TotalSegments") != call.has("Segment") || segment >= segments) {
            throw Refusal.validation(
                    "The Segment parameter is zero-based and must be less than parameter TotalSegments: " + "Segment: "
                            + segment + " is not less than TotalSegments: " + segments);
        }
        answer(call, out, (table, page) -> store.read(table, t -> Reads.scan(t, segment, segments, page)));
    }

    private interface Read {
        Found page(String table, Reads.Page page);
    }

    private void answer(Call call, JsonGenerator out, Read read) {
        Optional<Condition> filter = call.condition(ExpressionKind.FILTER);
        Optional<Projection> written = call.projection();
        Bindings bindings = call.bindings();
        Optional<Projection> projection = written.map(p -> p.resolve(bindings));
        String table = call.text("TableName");
        refuseIndex(call);
        Select select = call.choice("Select", Select.class, Select.ALL_ATTRIBUTES);
        Found found = read.page(
                table,
                new Reads.Page(
                        call.number("Limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE),
                        filter,
                        bindings,
                        call.has("ExclusiveStartKey")
                                ? Optional.of(call.attributes("ExclusiveStartKey"))
                                : Optional.empty()));
        if (select != Select.COUNT) {
            call.reply().expect(found.json());
            items(out, found, projection);
        }
        counts(out, found, store.describe(table).schema());
        double units = Capacity.ofRead(found.bytes(), call.flag("ConsistentRead", false));
        Capacity.write(out, Capacity.wanted(call), table, units);
    }

    private static void refuseIndex(Call call) {
        call.optionalText("IndexName").ifPresent(index -> {
            throw Refusal.validation("The table does not have the specified index: " + index);
        });
    }

    private static void items(JsonGenerator out, Found found, Optional<Projection> projection) {
        out.writeArrayPropertyStart("Items");
        for (Item item : found.items()) {
            AttributeWriter.attributes(
                    out, projection.map(p -> p.of(item)).orElse(item).attributes());
        }
        out.writeEndArray();
    }

    private static void counts(JsonGenerator out, Found found, TableSchema schema) {
        out.writeNumberProperty("Count", found.items().size());
        out.writeNumberProperty("ScannedCount", found.scanned());
        found.last().ifPresent(last -> {
            Map<String, AttributeValue> key = new HashMap<>(last.attributes());
            key.keySet().removeIf(name -> !schema.isKey(name));
            out.writeName("LastEvaluatedKey");
            AttributeWriter.attributes(out, key);
        });
    }
}
