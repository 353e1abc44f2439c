package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionParser;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import emptyrecord.dynamo.store.disk.Durability;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes of items with an id and a number {@code n}, on the condition of what was there, and a store's content. */
final class Writes {

    static final String TABLE = "leases";

    private static final TableSchema SCHEMA =
            new TableSchema(TABLE, new KeyAttribute("id", Type.S), Optional.empty(), Instant.EPOCH);
    static final StoreLimits PLENTY = new StoreLimits(1L << 32, 1 << 24, 100);
    private static final int CACHE = 4 << 20;

    private Writes() {}

    /** Opens a store and makes the table if it is missing. */
    static Store open(Path folder) {
        Store store = StoreStart.open(folder, Durability.PROCESS, CACHE, PLENTY);
        if (store.names().isEmpty()) {
            store.create(SCHEMA);
        }
        return store;
    }

    static void create(Store store) {
        store.create(SCHEMA);
    }

    /** Without a table. */
    static Store bare(Path folder) {
        return StoreStart.open(folder, Durability.PROCESS, CACHE, PLENTY);
    }

    static Store bare(Path folder, StoreLimits limits) {
        return StoreStart.open(folder, Durability.PROCESS, CACHE, limits);
    }

    static Write put(String id, int n) {
        return write(new Write.Put(item(id, n)), Optional.empty());
    }

    static Write delete(String id) {
        return write(new Write.Delete(key(id)), Optional.empty());
    }

    static Write check(String id) {
        return write(new Write.Check(key(id)), Optional.empty());
    }

    /** The same write, if the item's number is this one; if there is no such item, when it is empty. */
    static Write ifBefore(Write write, Optional<Integer> before) {
        String text = before.isPresent() ? "n = :before" : "attribute_not_exists(id)";
        Condition condition =
                ConditionParser.parse(text, ExpressionKind.CONDITION).expression();
        Bindings bindings = before.map(n -> new Bindings(Map.of(), Map.of(":before", Numbers.parse("" + n))))
                .orElse(Bindings.NONE);
        return new Write(write.table(), write.action(), Optional.of(condition), bindings);
    }

    private static Write write(Write.Action action, Optional<Condition> condition) {
        return new Write(TABLE, action, condition, Bindings.NONE);
    }

    private static Item item(String id, int n) {
        return new Item(Map.of("id", new Str(id), "n", Numbers.parse("" + n)));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", new Str(id));
    }

    /** The number of each item. */
    static Map<String, Integer> content(Store store) {
        Map<String, Integer> content = new TreeMap<>();
        store.read(TABLE, table -> table.all().toList())
                .forEach(item -> content.put(
                        ((Str) item.get("id").orElseThrow()).value(),
                        ((Num) item.get("n").orElseThrow()).value().intValueExact()));
        return content;
    }
}
