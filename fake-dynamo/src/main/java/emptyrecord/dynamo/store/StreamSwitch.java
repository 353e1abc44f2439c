package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.stream.StreamSchema;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import emptyrecord.dynamo.store.stream.StreamId;
import emptyrecord.dynamo.store.stream.StreamInfo;
import emptyrecord.dynamo.store.stream.StreamLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Opens and closes the stream of a table as its definition changes. */
final class StreamSwitch {

    private StreamSwitch() {}

    /** The schema with changed options, a new stream with a time of its own. */
    static TableSchema timed(TableSchema before, TableOptions options, Draft draft) {
        TableSchema after = before.with(options);
        return options.stream().equals(before.options().stream()) ? after : timed(after, draft);
    }

    /** The schema with a time for a new stream that no earlier one of a table with this name has. */
    static TableSchema timed(TableSchema schema, Draft draft) {
        return schema.options()
                .openStream()
                .map(stream -> schema.with(schema.options().withStream(timed(stream, schema.name(), draft))))
                .orElse(schema);
    }

    private static StreamSchema timed(StreamSchema stream, String table, Draft draft) {
        Instant since = stream.since().truncatedTo(ChronoUnit.MILLIS);
        while (StreamLog.isTaken(table, since.toEpochMilli(), draft)) {
            since = since.plusMillis(1);
        }
        return new StreamSchema(stream.view(), since, true);
    }

    /** Adds to the batch what changes from one definition of a table to the next. */
    static void turn(Definition before, Definition after, Instant now, Batch batch) {
        Optional<StreamSchema> old = before.schema().options().openStream();
        Optional<StreamSchema> next = after.schema().options().openStream();
        if (!old.equals(next)) {
            old.ifPresent(stream -> StreamLog.close(info(before, stream), now, batch));
            next.ifPresent(stream -> StreamLog.open(info(after, stream), batch));
        }
    }

    static void open(Definition table, Batch batch) {
        table.schema().options().openStream().ifPresent(stream -> StreamLog.open(info(table, stream), batch));
    }

    static void close(Definition table, Instant now, Batch batch) {
        table.schema().options().openStream().ifPresent(stream -> StreamLog.close(info(table, stream), now, batch));
    }

    private static StreamInfo info(Definition table, StreamSchema stream) {
        TableSchema schema = table.schema();
        return new StreamInfo(
                schema.name(),
                new StreamId(table.number(), stream.since().toEpochMilli()),
                stream.view(),
                schema.hash().name(),
                schema.range().map(KeyAttribute::name),
                Optional.empty());
    }
}
