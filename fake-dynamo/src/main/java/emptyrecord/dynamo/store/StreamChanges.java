package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.stream.ChangeKind;
import emptyrecord.dynamo.core.stream.StreamSchema;
import emptyrecord.dynamo.core.stream.StreamView;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Sizes;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import emptyrecord.dynamo.store.stream.StreamEntry;
import emptyrecord.dynamo.store.stream.StreamId;
import emptyrecord.dynamo.store.stream.StreamLog;
import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Changes of a table's items as records of its stream, in the same batch. The caller holds the table's lock. */
final class StreamChanges {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TableSchema schema;
    private final StreamView view;
    private final StreamLog log;
    private final Recording recording;

    private StreamChanges(Definition table, StreamSchema stream, StreamLog log, Recording recording) {
        this.schema = table.schema();
        this.view = stream.view();
        this.log = log;
        this.recording = recording;
    }

    /** Of a table without a stream: none. */
    static Optional<StreamChanges> of(Definition table, Draft draft, Batch batch, Recording recording) {
        return table.schema().options().openStream().map(stream -> {
            StreamId id = new StreamId(table.number(), stream.since().toEpochMilli());
            return new StreamChanges(table, stream, new StreamLog(id, draft, batch), recording);
        });
    }

    void change(Accepted done) {
        Item some = done.after().or(done::before).orElseThrow();
        Map<String, AttributeValue> key = new HashMap<>(some.attributes());
        key.keySet().removeIf(name -> !schema.isKey(name));
        Optional<Item> now = view.after(done.after());
        Optional<Item> old = view.before(done.before());
        int size = Sizes.of(key)
                + now.map(Item::size).orElse(0)
                + old.map(Item::size).orElse(0);
        log.append(new StreamEntry(
                ChangeKind.of(done.before(), done.after()),
                recording.expired(),
                recording.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                size,
                images(key, now, old)));
    }

    private static byte[] images(Map<String, AttributeValue> key, Optional<Item> now, Optional<Item> old) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeName("Keys");
            AttributeWriter.attributes(out, key);
            now.ifPresent(item -> image(out, "NewImage", item));
            old.ifPresent(item -> image(out, "OldImage", item));
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void image(JsonGenerator out, String name, Item item) {
        out.writeName(name);
        AttributeWriter.attributes(out, item.attributes());
    }

    void end() {
        log.end();
    }

    /** Bytes of the records so far. */
    long growth() {
        return log.growth();
    }
}
