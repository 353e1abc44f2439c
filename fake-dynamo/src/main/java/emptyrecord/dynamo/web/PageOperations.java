package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.Readable;
import emptyrecord.dynamo.core.table.Reads;
import emptyrecord.dynamo.core.table.Reads.Found;
import emptyrecord.dynamo.core.table.SecondaryIndex;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Query and Scan of tables and indexes. Every read is consistent; the flag only matters for the reported capacity. */
final class PageOperations {

    private static final int SEGMENTS_MAX = 1_000_000;

    private final Store store;

    PageOperations(Store store) {
        this.store = store;
    }

    Map<String, Operation> all() {
        return Map.of("Query", this::query, "Scan", this::scan);
    }

    private void query(Call call, JsonGenerator out) {
        Condition key = call.condition(ExpressionKind.KEY_CONDITION)
                .orElseThrow(
                        () -> Refusal.validation(
                                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."));
        boolean forward = call.flag("ScanIndexForward", true);
        answer(call, out, (target, page) -> Reads.query(target, key, forward, page));
    }

    private void scan(Call call, JsonGenerator out) {
        int segments = call.number("TotalSegments", 1, SEGMENTS_MAX, 1);
        int segment = call.number("Segment", 0, SEGMENTS_MAX - 1, 0);
        if (call.has("TotalSegments") != call.has("Segment")) {
            throw Refusal.validation(
                    call.has("Segment")
                            ? "The TotalSegments parameter is required but was not present in the request when Segment "
                                    + "parameter is present"
                            : "The Segment parameter is required but was not present in the request when parameter "
                                    + "TotalSegments is present");
        }
        if (segment >= segments) {
            throw Refusal.validation(
                    "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: "
                            + segment + " is not less than TotalSegments: " + segments);
        }
        answer(call, out, (target, page) -> Reads.scan(target, segment, segments, page));
    }

    interface Read {
        Found page(Readable target, Reads.Page page);
    }

    /** @param index the one that was read, if any */
    record Result(Found found, Optional<IndexSchema> index) {}

    private void answer(Call call, JsonGenerator out, Read read) {
        Optional<Condition> filter = call.condition(ExpressionKind.FILTER);
        Optional<Projection> written = call.projection();
        Bindings bindings = call.bindings();
        Selection selection = Selection.of(call, written.map(p -> p.resolve(bindings)));
        Reads.Page page = new Reads.Page(
                call.number("Limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE),
                filter,
                bindings,
                call.has("ExclusiveStartKey") ? Optional.of(call.attributes("ExclusiveStartKey")) : Optional.empty(),
                false);
        boolean consistent = call.flag("ConsistentRead", false);
        Optional<String> index = call.optionalText("IndexName");
        String table = call.text("TableName");
        Result result = store.read(
                table,
                t -> index.map(name -> ofIndex(t, name, selection, page, consistent, read))
                        .orElseGet(() -> new Result(read.page(t, page), Optional.empty())));
        Found found = result.found;
        if (!selection.count()) {
            call.reply().expect(found.json());
            items(out, found, selection.projection());
        }
        counts(out, found);
        capacity(call, result, consistent).member(out, table);
    }

    static Result ofIndex(
            Table table, String name, Selection selection, Reads.Page page, boolean consistent, Read read) {
        SecondaryIndex index = table.index(name)
                .orElseThrow(() -> Refusal.validation("The table does not have the specified index: " + name));
        if (index.schema().global() && consistent) {
            throw Refusal.validation("Consistent reads are not supported on global secondary indexes");
        }
        Reads.Page whole = new Reads.Page(
                page.limit(),
                page.filter(),
                page.bindings(),
                page.start(),
                selection.fetches(table.schema(), index.schema()));
        return new Result(read.page(index, whole), Optional.of(index.schema()));
    }

    static Capacity capacity(Call call, Result result, boolean consistent) {
        Capacity spent = Capacity.of(Capacity.wanted(call));
        if (result.index.isEmpty()) {
            return spent.read(result.found.bytes(), consistent);
        }
        spent.readIndex(result.index.get(), result.found.bytes(), consistent);
        result.found.fetches().forEach(bytes -> spent.read(bytes, consistent));
        return spent;
    }

    private static void items(JsonGenerator out, Found found, Optional<Projection> projection) {
        out.writeArrayPropertyStart("Items");
        for (Item item : found.items()) {
            AttributeWriter.attributes(
                    out, projection.map(p -> p.of(item)).orElse(item).attributes());
        }
        out.writeEndArray();
    }

    private static void counts(JsonGenerator out, Found found) {
        out.writeNumberProperty("Count", found.items().size());
        out.writeNumberProperty("ScannedCount", found.scanned());
        found.last().ifPresent(key -> {
            out.writeName("LastEvaluatedKey");
            AttributeWriter.attributes(out, key);
        });
    }
}
