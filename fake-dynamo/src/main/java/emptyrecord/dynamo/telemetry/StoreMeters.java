package emptyrecord.dynamo.telemetry;

import emptyrecord.dynamo.store.Store;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How full the tables are, as metrics. */
public final class StoreMeters {

    private StoreMeters() {}

    public static void register(MeterRegistry meters, Store store) {
        Gauge.builder("dynamo.stored.bytes", store, s -> s.summary().storedBytes())
                .description("Bytes on disk of the items and index entries of all tables")
                .register(meters);
        Gauge.builder("dynamo.stored.bytes.max", store, s -> s.summary().storedBytesMax())
                .description("Bytes on disk that the items and index entries of all tables may take")
                .register(meters);
        Gauge.builder("dynamo.streamed.bytes", store, s -> s.streams().bytes())
                .description("Bytes on disk of the records of all streams")
                .register(meters);
        Gauge.builder("dynamo.file.bytes", store, s -> s.summary().fileBytes())
                .description("Length of the file of all tables")
                .register(meters);
        FunctionCounter.builder("dynamo.commits.failed", store, s -> s.summary().failures())
                .description("Commits that the disk did not take")
                .register(meters);
    }
}
