package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.value.Item;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** ReturnConsumedCapacity: a write costs 1 unit for each started KB, a consistent read 1 for each started 4 KB, else half. */
final class Capacity {

    private Capacity() {}

    /** The level of detail that the caller requests. */
    enum Wanted {
        NONE,
        TOTAL,
        INDEXES
    }

    static double ofWrite(Optional<Item> before, Optional<Item> after) {
        int bytes =
                Math.max(before.map(Item::size).orElse(0), after.map(Item::size).orElse(0));
        return Math.max(1, (bytes + 1023) / 1024);
    }

    static double ofRead(int bytes, boolean consistent) {
        double units = Math.max(1, (bytes + 4095) / 4096);
        return consistent ? units : units / 2;
    }

    static Wanted wanted(Call call) {
        return call.choice("ReturnConsumedCapacity", Wanted.class, Wanted.NONE);
    }

    static void write(JsonGenerator out, Wanted wanted, String table, double units) {
        if (wanted != Wanted.NONE) {
            out.writeName("ConsumedCapacity");
            entry(out, wanted, table, units);
        }
    }

    static void entry(JsonGenerator out, Wanted wanted, String table, double units) {
        out.writeStartObject();
        out.writeStringProperty("TableName", table);
        out.writeNumberProperty("CapacityUnits", units);
        if (wanted == Wanted.INDEXES) {
            out.writeObjectPropertyStart("Table");
            out.writeNumberProperty("CapacityUnits", units);
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
