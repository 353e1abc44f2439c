package emptyrecord.dynamo.web;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.TableSummary;
import emptyrecord.dynamo.telemetry.TableMeters;
import emptyrecord.kit.events.EventLog;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates and drops tables: each change is an event, and adds or removes metrics. */
public final class Tables {

    private final Store store;
    private final EventLog events;
    private final TableMeters meters;
    private final InstantSource clock;

    public Tables(Store store, EventLog events, TableMeters meters, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
        store.names().forEach(meters::add);
    }

    public TableSummary create(String name, KeyAttribute hash, Optional<KeyAttribute> range) {
        store.create(new TableSchema(name, hash, range, clock.instant()));
        meters.add(name);
        events.recordRequested(EventKind.TABLE_CREATED, Map.of(EventId.TABLE, name, EventId.HASH_KEY, hash.name()));
        return store.describe(name);
    }

    TableSummary drop(String name) {
        TableSummary last = store.drop(name);
        meters.remove(name);
        events.recordRequested(EventKind.TABLE_DELETED, Map.of(EventId.TABLE, name, EventId.ITEMS, last.items()));
        return last;
    }

    TableSummary describe(String name) {
        return store.describe(name);
    }

    public List<String> names() {
        return store.names();
    }
}
