package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Sizes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * ReturnConsumedCapacity for one table: a write costs 1 unit for each started KB, a consistent read 1 for each started
 * 4 KB, an eventually consistent one half of it; a transaction costs twice as much
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
 */
final class Capacity {

    private static final double TRANSACTION = 2;

    /** The level of detail that the caller requests. */
    enum Wanted {
        INDEXES,
        TOTAL,
        NONE
    }

    /** The units that only transactions name beside their sum. */
    enum Named {
        READ,
        WRITE,
        NEITHER
    }

    private final Wanted wanted;
    private final Named named;
    private final Map<String, Double> local = new TreeMap<>();
    private final Map<String, Double> global = new TreeMap<>();
    private double table;

    private Capacity(Wanted wanted, Named named) {
        this.wanted = wanted;
        this.named = named;
    }

    static Wanted wanted(Call call) {
        return call.choice("ReturnConsumedCapacity", Wanted.class, Wanted.NONE);
    }

    static Capacity of(Wanted wanted) {
        return new Capacity(wanted, Named.NEITHER);
    }

    static Capacity ofTransaction(Wanted wanted, Named named) {
        return new Capacity(wanted, named);
    }

    /** A read of an item, or of none, whose size is 0. */
    Capacity read(int bytes, boolean consistent) {
        table += factor() * unitsOfRead(bytes, consistent);
        return this;
    }

    Capacity readIndex(IndexSchema index, int bytes, boolean consistent) {
        indexes(index).merge(index.name(), unitsOfRead(bytes, consistent), Double::sum);
        return this;
    }

    /** A write of an item and its entries in indexes; a moved entry is a delete and a put. */
    Capacity write(TableSchema schema, Optional<Item> before, Optional<Item> after) {
        if (wanted == Wanted.NONE) {
            return this;
        }
        table += factor() * unitsOfWrite(Math.max(size(before), size(after)));
        for (IndexSchema index : schema.options().indexes()) {
            double units = factor() * units(schema, index, before.filter(index::holds), after.filter(index::holds));
            if (units > 0) {
                indexes(index).merge(index.name(), units, Double::sum);
            }
        }
        return this;
    }

    private static double units(TableSchema schema, IndexSchema index, Optional<Item> before, Optional<Item> after) {
        int old = size(schema, index, before);
        int now = size(schema, index, after);
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty() && after.isEmpty() ? 0 : unitsOfWrite(Math.max(old, now));
        }
        if (differ(before.get(), after.get(), index::isKey)) {
            return unitsOfWrite(old) + unitsOfWrite(now);
        }
        return differ(before.get(), after.get(), name -> index.shows(name, schema))
                ? unitsOfWrite(Math.max(old, now))
                : 0;
    }

    private static boolean differ(Item before, Item after, Predicate<String> looked) {
        return Stream.concat(before.attributes().keySet().stream(), after.attributes().keySet().stream())
                .filter(looked)
                .anyMatch(name -> !before.get(name).equals(after.get(name)));
    }

    private static int size(TableSchema schema, IndexSchema index, Optional<Item> item) {
        return item.map(found -> Sizes.of(found.attributes(), name -> index.shows(name, schema)))
                .orElse(0);
    }

    private static int size(Optional<Item> item) {
        return item.map(Item::size).orElse(0);
    }

    private static double unitsOfWrite(int bytes) {
        return Math.max(1, (bytes + 1023) / 1024);
    }

    private static double unitsOfRead(int bytes, boolean consistent) {
        double units = Math.max(1, (bytes + 4095) / 4096);
        return consistent ? units : units / 2;
    }

    private double factor() {
        return named == Named.NEITHER ? 1 : TRANSACTION;
    }

    private Map<String, Double> indexes(IndexSchema index) {
        return index.global() ? global : local;
    }

    /** Writes the member of an answer about one table, if the caller wants it. */
    void member(JsonGenerator out, String name) {
        if (wanted != Wanted.NONE) {
            out.writeName("ConsumedCapacity");
            entry(out, name);
        }
    }

    /** Writes the member of an answer about several tables. */
    static void members(JsonGenerator out, Wanted wanted, Map<String, Capacity> spent) {
        if (wanted != Wanted.NONE) {
            out.writeArrayPropertyStart("ConsumedCapacity");
            spent.forEach((name, capacity) -> capacity.entry(out, name));
            out.writeEndArray();
        }
    }

    private void entry(JsonGenerator out, String name) {
        out.writeStartObject();
        out.writeStringProperty("TableName", name);
        units(out, table + sum(local) + sum(global));
        if (wanted == Wanted.INDEXES) {
            out.writeObjectPropertyStart("Table");
            units(out, table);
            out.writeEndObject();
            indexes(out, "LocalSecondaryIndexes", local);
            indexes(out, "GlobalSecondaryIndexes", global);
        }
        out.writeEndObject();
    }

    private void units(JsonGenerator out, double units) {
        out.writeNumberProperty("CapacityUnits", units);
        if (named != Named.NEITHER) {
            out.writeNumberProperty(named == Named.READ ? "ReadCapacityUnits" : "WriteCapacityUnits", units);
        }
    }

    private void indexes(JsonGenerator out, String member, Map<String, Double> spent) {
        if (!spent.isEmpty()) {
            out.writeObjectPropertyStart(member);
            spent.forEach((name, each) -> {
                out.writeObjectPropertyStart(name);
                units(out, each);
                out.writeEndObject();
            });
            out.writeEndObject();
        }
    }

    private static double sum(Map<String, Double> units) {
        return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
