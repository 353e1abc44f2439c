package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.table.WriteRules;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.AttributeJson;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * BatchGetItem, BatchWriteItem. A page of reads ends where it is full and names the remaining keys. The parts of a
 * batch of writes are separate writes: after the first refused one, the rest is named as unprocessed.
 */
final class BatchOperations {

    private static final int READS_MAX = 100;
    private static final int WRITES_MAX = 25;

    private final Store store;

    BatchOperations(Store store) {
        this.store = store;
    }

    Map<String, Operation> all() {
        return Map.of("BatchGetItem", this::get, "BatchWriteItem", this::write);
    }

    private void get(Call call, JsonGenerator out) {
        JsonNode requests = call.member("RequestItems");
        int keys = 0;
        for (Map.Entry<String, JsonNode> request : requests.properties()) {
            keys += keysOf(request.getKey(), call.part(request.getValue()));
        }
        refuseCount(keys, READS_MAX, "BatchGetItem");
        Capacity.Wanted wanted = Capacity.wanted(call);
        Map<String, Capacity> spent = new LinkedHashMap<>();
        Map<String, List<JsonNode>> unprocessed = new LinkedHashMap<>();
        BatchPage page = new BatchPage();
        out.writeObjectPropertyStart("Responses");
        for (Map.Entry<String, JsonNode> request : requests.properties()) {
            String table = request.getKey();
            List<JsonNode> left = new ArrayList<>();
            Capacity units = Capacity.of(wanted);
            spent.put(table, units);
            Part part = new Part(table, call.part(request.getValue()), units);
            getFrom(part, page, left, out);
            if (!left.isEmpty()) {
                unprocessed.put(table, left);
            }
        }
        out.writeEndObject();
        out.writeObjectPropertyStart("UnprocessedKeys");
        unprocessed.forEach((table, left) -> again(requests.get(table), table, left, out));
        out.writeEndObject();
        Capacity.members(out, wanted, spent);
    }

    /** How many keys a table's part has; none are there twice, whatever the table is. */
    private static int keysOf(String table, Call part) {
        String at = "' at 'requestItems." + table + ".member.keys' failed to satisfy constraint: Member must ";
        if (!part.has("Keys")) {
            throw Refusal.validation("1 validation error detected: Value null" + at.substring(1) + "not be null");
        }
        JsonNode keys = part.member("Keys");
        if (keys.isArray() && keys.isEmpty()) {
            throw Refusal.validation(
                    "1 validation error detected: Value '[]" + at + "have length greater than or equal to 1");
        }
        Set<JsonNode> seen = new HashSet<>();
        keys.forEach(key -> refuseDuplicate(seen.add(key)));
        return keys.size();
    }

    /** One table's part of a batch of reads. */
    private record Part(String table, Call call, Capacity units) {}

    /** Reads a table's share of the page; keys that do not fit go to {@code left}. */
    private void getFrom(Part request, BatchPage page, List<JsonNode> left, JsonGenerator out) {
        Call part = request.call;
        Optional<Projection> written = part.projection();
        Bindings bindings = part.bindings();
        Optional<Projection> projection = written.map(p -> p.resolve(bindings));
        boolean consistent = part.flag("ConsistentRead", false);
        Set<ItemKey> seen = new HashSet<>();
        List<Item> shown = new ArrayList<>();
        for (JsonNode key : part.member("Keys")) {
            Map<String, AttributeValue> attributes = AttributeJson.attributes(key);
            ItemKey wanted = store.read(request.table, t -> KeyRules.ofKey(t.schema(), attributes));
            refuseDuplicate(seen.add(wanted));
            Optional<Item> item = store.read(request.table, t -> t.get(wanted));
            if (page.takes(item)) {
                request.units.read(item.map(Item::size).orElse(0), consistent);
                item.map(found -> projection.map(p -> p.of(found)).orElse(found))
                        .ifPresent(shown::add);
            } else {
                left.add(key);
            }
        }
        part.reply().expect(shown.stream().mapToLong(item -> item.jsonLength()).sum());
        out.writeArrayPropertyStart(request.table);
        shown.forEach(item -> AttributeWriter.attributes(out, item.attributes()));
        out.writeEndArray();
    }

    /** The original request for a table, with the remaining keys. */
    private static void again(JsonNode request, String table, List<JsonNode> keys, JsonGenerator out) {
        out.writeObjectPropertyStart(table);
        for (Map.Entry<String, JsonNode> member : request.properties()) {
            out.writeName(member.getKey());
            if (member.getKey().equals("Keys")) {
                out.writeStartArray();
                keys.forEach(out::writeTree);
                out.writeEndArray();
            } else {
                out.writeTree(member.getValue());
            }
        }
        out.writeEndObject();
    }

    private void write(Call call, JsonGenerator out) {
        List<Write> writes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : call.member("RequestItems").properties()) {
            for (JsonNode request : table.getValue()) {
                writes.add(writeOf(table.getKey(), call.part(request)));
            }
        }
        refuseCount(writes.size(), WRITES_MAX, "BatchWriteItem");
        refuseBadParts(writes);
        Spent spent = new Spent(Capacity.wanted(call), new LinkedHashMap<>(), new CollectionMetrics(store, call));
        int done = writeAll(call, writes, spent);
        out.writeObjectPropertyStart("UnprocessedItems");
        unprocessed(call.member("RequestItems"), done, out);
        out.writeEndObject();
        spent.metrics.byTable(out);
        Capacity.members(out, spent.wanted, spent.byTable);
    }

    /** What the writes of a batch cost, and the item collections that they changed. */
    private record Spent(Capacity.Wanted wanted, Map<String, Capacity> byTable, CollectionMetrics metrics) {

        void add(TableSchema schema, Decision.Accepted done) {
            byTable.computeIfAbsent(schema.name(), any -> Capacity.of(wanted))
                    .write(schema, done.before(), done.after());
            metrics.add(schema.name(), done.key());
        }
    }

    /**
     * Writes until one is refused.
     *
     * @return how many were written; if none was, the refusal is thrown
     */
    private int writeAll(Call call, List<Write> writes, Spent spent) {
        List<Decision> decisions =
                store.writeEach(writes, decided -> call.reply().decided());
        for (int at = 0; at < decisions.size(); at++) {
            if (decisions.get(at) instanceof Decision.Accepted done) {
                spent.add(store.read(writes.get(at).table(), Table::schema), done);
            }
        }
        return decisions.size();
    }

    /** The original requests after the first {@code done}. */
    private static void unprocessed(JsonNode requests, int done, JsonGenerator out) {
        int at = 0;
        for (Map.Entry<String, JsonNode> table : requests.properties()) {
            boolean named = false;
            for (JsonNode request : table.getValue()) {
                if (at++ >= done) {
                    if (!named) {
                        out.writeArrayPropertyStart(table.getKey());
                        named = true;
                    }
                    out.writeTree(request);
                }
            }
            if (named) {
                out.writeEndArray();
            }
        }
    }

    private static Write writeOf(String table, Call request) {
        if (request.has("PutRequest") == request.has("DeleteRequest")) {
            throw Refusal.validation("Supplied AttributeValue "
                    + (request.has("PutRequest") ? "has more than one datatypes set" : "is empty")
                    + ", must contain exactly one of the supported datatypes");
        }
        Write.Action action = request.has("PutRequest")
                ? new Write.Put(
                        new Item(request.part(request.member("PutRequest")).attributes("Item")))
                : new Write.Delete(request.part(request.member("DeleteRequest")).attributes("Key"));
        return new Write(table, action, Optional.empty(), Bindings.NONE);
    }

    /** Checked before the first write, so a bad part refuses the whole batch. */
    private void refuseBadParts(List<Write> writes) {
        Set<Map.Entry<String, ItemKey>> seen = new HashSet<>();
        for (Write write : writes) {
            refuseDuplicate(seen.add(Map.entry(write.table(), Keys.of(store, write))));
            if (write.action() instanceof Write.Put put) {
                WriteRules.refuseTooLarge(put);
            }
        }
    }

    private static void refuseDuplicate(boolean fresh) {
        if (!fresh) {
            throw Refusal.validation("Provided list of item keys contains duplicates");
        }
    }

    private static void refuseCount(int count, int max, String operation) {
        if (count == 0) {
            throw Refusal.validation("1 validation error detected: Value '{}' at 'requestItems' failed to satisfy "
                    + "constraint: Member must have length greater than or equal to 1");
        }
        if (count > max) {
            throw Refusal.validation("Too many items requested for the " + operation + " call");
        }
    }
}
