package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** GetItem and TransactGetItems. Every read is consistent; the flag only matters for the capacity that is reported. */
final class ReadOperations {

    private static final int TRANSACTION_MAX = 100;

    /** Bytes as JSON of all items of one transaction; our choice, the same as for a page. The service allows 4 MB. */
    private static final long TRANSACTION_JSON_MAX = 2L << 20;

    private final Store store;

    ReadOperations(Store store) {
        this.store = store;
    }

    Map<String, Operation> all() {
        return Map.of("GetItem", this::get, "TransactGetItems", this::transact);
    }

    private void get(Call call, JsonGenerator out) {
        Get get = Get.of(call);
        call.reply().work(store.weigh(get.table, get.key));
        Optional<Item> item = store.read(get.table, t -> t.get(KeyRules.ofKey(t.schema(), get.key)));
        get.shown(item).ifPresent(shown -> {
            call.reply().expect(shown.jsonLength());
            item(out, shown);
        });
        Capacity.of(Capacity.wanted(call))
                .read(item.map(Item::size).orElse(0), call.flag("ConsistentRead", false))
                .member(out, get.table);
    }

    /** All items as they are at one moment. */
    private void transact(Call call, JsonGenerator out) {
        List<Get> gets = new ArrayList<>();
        for (JsonNode part : call.member("TransactItems")) {
            Call item = call.part(part);
            gets.add(Get.of(item.part(item.member("Get"))));
        }
        if (gets.isEmpty() || gets.size() > TRANSACTION_MAX) {
            throw Refusal.validation(
                    "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: "
                            + "Member must have length between 1 and " + TRANSACTION_MAX);
        }
        Capacity.Wanted wanted = Capacity.wanted(call);
        call.reply()
                .work(gets.stream()
                        .mapToLong(get -> store.weigh(get.table, get.key))
                        .sum());
        List<Optional<Item>> found = read(gets);
        List<Optional<Item>> shown = new ArrayList<>();
        Map<String, Capacity> spent = new LinkedHashMap<>();
        for (int at = 0; at < gets.size(); at++) {
            Get get = gets.get(at);
            shown.add(get.shown(found.get(at)));
            spent.computeIfAbsent(get.table, any -> Capacity.ofTransaction(wanted, Capacity.Named.READ))
                    .read(found.get(at).map(Item::size).orElse(0), true);
        }
        call.reply().expect(length(shown));
        out.writeArrayPropertyStart("Responses");
        for (Optional<Item> item : shown) {
            out.writeStartObject();
            item.ifPresent(some -> item(out, some));
            out.writeEndObject();
        }
        out.writeEndArray();
        Capacity.members(out, wanted, spent);
    }

    private List<Optional<Item>> read(List<Get> gets) {
        Set<String> names = new LinkedHashSet<>();
        gets.forEach(get -> names.add(get.table));
        return store.read(names, tables -> {
            Set<Map.Entry<String, ItemKey>> seen = new HashSet<>();
            List<Optional<Item>> found = new ArrayList<>();
            for (Get get : gets) {
                Table table = Objects.requireNonNull(tables.get(get.table));
                ItemKey key = KeyRules.ofKey(table.schema(), get.key);
                if (!seen.add(Map.entry(get.table, key))) {
                    throw Refusal.validation("Transaction request cannot include multiple operations on one item");
                }
                found.add(table.get(key));
            }
            return found;
        });
    }

    /** Bytes as JSON of the items of one transaction. */
    static long length(List<Optional<Item>> items) {
        long bytes = 0;
        for (Optional<Item> item : items) {
            bytes += item.map(some -> some.jsonLength()).orElse(0L);
        }
        if (bytes > TRANSACTION_JSON_MAX) {
            throw Refusal.validation("The items of a transaction are together longer than " + TRANSACTION_JSON_MAX
                    + " bytes as JSON, which is a limit of this region");
        }
        return bytes;
    }

    static void item(JsonGenerator out, Item item) {
        out.writeName("Item");
        AttributeWriter.attributes(out, item.attributes());
    }

    /** One item to read. */
    private record Get(String table, Map<String, AttributeValue> key, Optional<Projection> projection) {

        static Get of(Call call) {
            Optional<Projection> written = call.projection();
            Bindings bindings = call.bindings();
            Optional<Projection> projection = written.map(p -> p.resolve(bindings));
            Map<String, AttributeValue> key = call.attributes("Key");
            return new Get(call.text("TableName"), key, projection);
        }

        Optional<Item> shown(Optional<Item> item) {
            return item.map(found -> projection.map(p -> p.of(found)).orElse(found));
        }
    }
}
