package emptyrecord.dynamo.web;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.TableSummary;
import emptyrecord.dynamo.telemetry.TableMeters;
import emptyrecord.kit.events.EventLog;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Creates and drops tables: each change is an event, and adds or removes metrics. */
public final class Tables {

    private final Store store;
    private final EventLog events;
    private final TableMeters meters;

    public Tables(Store store, EventLog events, TableMeters meters) {
        this.store = store;
        this.events = events;
        this.meters = meters;
        store.names().forEach(meters::add);
    }

    public TableSummary create(TableSchema schema) {
        String name = schema.name();
        store.create(schema);
        meters.add(name);
        events.recordRequested(
                EventKind.TABLE_CREATED,
                Map.of(EventId.TABLE, name, EventId.HASH_KEY, schema.hash().name()));
        return store.describe(name);
    }

    TableSummary alter(String name, UnaryOperator<TableOptions> change) {
        return store.alter(name, change);
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
