package emptyrecord.dynamo.telemetry;

import emptyrecord.dynamo.store.Store;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How full the tables are, as metrics. */
public final class StoreMeters {

    private StoreMeters() {}

    public static void register(MeterRegistry meters, Store store) {
        Gauge.builder("dynamo.stored.heap.bytes", store, Store::heapUsed)
                .description("Heap that the items of all tables take")
                .register(meters);
        Gauge.builder("dynamo.stored.heap.bytes.max", store, Store::heapMax)
                .description("Heap that the items of all tables may take")
                .register(meters);
    }
}
