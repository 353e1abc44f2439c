package emptyrecord.dynamo.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** {@code dynamo_items{table}}, created and removed with its table. */
public final class TableMeters {

    private final MeterRegistry meters;
    private final ToDoubleFunction<String> items;
    private final Map<String, Gauge> gauges = new ConcurrentHashMap<>();

    /** @param items number of items of a table */
    public TableMeters(MeterRegistry meters, ToDoubleFunction<String> items) {
        this.meters = meters;
        this.items = items;
    }

    public void add(String table) {
        gauges.computeIfAbsent(
                table,
                name -> Gauge.builder("dynamo.items", name, items)
                        .description("Items in the table")
                        .tag("table", name)
                        .strongReference(true)
                        .register(meters));
    }

    public void remove(String table) {
        Gauge gauge = gauges.remove(table);
        if (gauge != null) {
            meters.remove(gauge);
        }
    }
}
