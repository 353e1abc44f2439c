package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Write;
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

/** BatchGetItem, BatchWriteItem. Nothing is ever left unprocessed here; the parts of a batch are separate writes. */
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
        for (JsonNode request : requests) {
            keys += request.path("Keys").size();
        }
        refuseCount(keys, READS_MAX, "BatchGetItem");
        Map<String, Double> units = new LinkedHashMap<>();
        out.writeObjectPropertyStart("Responses");
        for (Map.Entry<String, JsonNode> request : requests.properties()) {
            units.put(request.getKey(), getFrom(request.getKey(), call.part(request.getValue()), out));
        }
        out.writeEndObject();
        out.writeObjectPropertyStart("UnprocessedKeys");
        out.writeEndObject();
        capacity(call, units, out);
    }

    private double getFrom(String table, Call part, JsonGenerator out) {
        Optional<Projection> written = part.projection();
        Bindings bindings = part.bindings();
        Optional<Projection> projection = written.map(p -> p.resolve(bindings));
        boolean consistent = part.flag("ConsistentRead", false);
        Set<ItemKey> seen = new HashSet<>();
        double units = 0;
        out.writeArrayPropertyStart(table);
        for (JsonNode key : part.member("Keys")) {
            Optional<Item> item = store.read(table, t -> {
                ItemKey wanted = KeyRules.ofKey(t.schema(), AttributeJson.attributes(key));
                refuseDuplicate(seen.add(wanted));
                return t.get(wanted);
            });
            units += Capacity.ofRead(item.map(Item::size).orElse(0), consistent);
            item.ifPresent(found -> AttributeWriter.attributes(
                    out, projection.map(p -> p.of(found)).orElse(found).attributes()));
        }
        out.writeEndArray();
        return units;
    }

    private void write(Call call, JsonGenerator out) {
        List<Write> writes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : call.member("RequestItems").properties()) {
            for (JsonNode request : table.getValue()) {
                writes.add(writeOf(table.getKey(), call.part(request)));
            }
        }
        refuseCount(writes.size(), WRITES_MAX, "BatchWriteItem");
        refuseDuplicates(writes);
        Map<String, Double> units = new LinkedHashMap<>();
        for (Write write : writes) {
            if (store.write(write) instanceof Decision.Accepted done) {
                units.merge(write.table(), Capacity.ofWrite(done.before(), done.after()), Double::sum);
            }
        }
        out.writeObjectPropertyStart("UnprocessedItems");
        out.writeEndObject();
        capacity(call, units, out);
    }

    private static Write writeOf(String table, Call request) {
        Write.Action action = request.has("PutRequest")
                ? new Write.Put(
                        new Item(request.part(request.member("PutRequest")).attributes("Item")))
                : new Write.Delete(request.part(request.member("DeleteRequest")).attributes("Key"));
        return new Write(table, action, Optional.empty(), Bindings.NONE);
    }

    /** Also checks every key before the first write, so a bad part refuses the whole batch. */
    private void refuseDuplicates(List<Write> writes) {
        Set<Map.Entry<String, ItemKey>> seen = new HashSet<>();
        for (Write write : writes) {
            refuseDuplicate(seen.add(Map.entry(write.table(), Keys.of(store, write))));
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

    private static void capacity(Call call, Map<String, Double> units, JsonGenerator out) {
        Capacity.Wanted wanted = Capacity.wanted(call);
        if (wanted != Capacity.Wanted.NONE) {
            out.writeArrayPropertyStart("ConsumedCapacity");
            units.forEach((table, spent) -> Capacity.entry(out, wanted, table, spent));
            out.writeEndArray();
        }
    }
}
