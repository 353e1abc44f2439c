package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.Change.Created;
import emptyrecord.dynamo.store.Change.Dropped;
import emptyrecord.dynamo.store.Change.Removed;
import emptyrecord.dynamo.store.Change.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The form of a journal line: an array of changes, each {@code {"put": ATTRIBUTES, "table": NAME}}, {@code {"remove": KEY,
 * "table": NAME}}, {@code {"create": NAME, …}} or {@code {"drop": NAME}}. Written by hand because every acknowledged write
 * passes here.
 */
final class CommitCodec {

    private CommitCodec() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new SimpleModule()
                        .addSerializer(Commit.class, new Writer())
                        .addDeserializer(Commit.class, new Reader()))
                .build();
    }

    private static final class Writer extends StdSerializer<Commit> {

        Writer() {
            super(Commit.class);
        }

        @Override
        public void serialize(Commit commit, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            commit.changes().forEach(change -> write(out, change));
            out.writeEndArray();
        }

        private static void write(JsonGenerator out, Change change) {
            out.writeStartObject();
            switch (change) {
                case Created created -> schema(out, created.schema());
                case Dropped dropped -> out.writeStringProperty("drop", dropped.table());
                case Stored stored -> {
                    out.writeStringProperty("table", stored.table());
                    out.writeName("put");
                    AttributeWriter.attributes(out, stored.item().attributes());
                }
                case Removed removed -> {
                    out.writeStringProperty("table", removed.table());
                    out.writeName("remove");
                    AttributeWriter.attributes(out, removed.key());
                }
            }
            out.writeEndObject();
        }

        private static void schema(JsonGenerator out, TableSchema schema) {
            out.writeStringProperty("create", schema.name());
            out.writeStringProperty("at", schema.createdAt().toString());
            out.writeArrayPropertyStart("key");
            for (KeyAttribute key : schema.keyAttributes()) {
                out.writeString(key.type() + ":" + key.name());
            }
            out.writeEndArray();
        }
    }

    private static final class Reader extends StdDeserializer<Commit> {

        Reader() {
            super(Commit.class);
        }

        @Override
        public Commit deserialize(JsonParser in, DeserializationContext context) {
            List<Change> changes = new ArrayList<>();
            JsonNode line = in.readValueAsTree();
            if (!line.isArray() || line.isEmpty()) {
                return context.reportInputMismatch(this, "a commit is an array of changes");
            }
            line.forEach(change -> changes.add(read(change)));
            return new Commit(changes);
        }

        private static Change read(JsonNode node) {
            if (node.has("put")) {
                return new Stored(
                        node.path("table").stringValue(), new Item(AttributeJson.attributes(node.path("put"))));
            }
            if (node.has("remove")) {
                return new Removed(node.path("table").stringValue(), AttributeJson.attributes(node.path("remove")));
            }
            return node.has("drop") ? new Dropped(node.path("drop").stringValue()) : new Created(schema(node));
        }

        private static TableSchema schema(JsonNode node) {
            JsonNode key = node.path("key");
            return new TableSchema(
                    node.path("create").stringValue(),
                    attribute(key.path(0)),
                    key.size() > 1 ? Optional.of(attribute(key.path(1))) : Optional.empty(),
                    Instant.parse(node.path("at").stringValue()));
        }

        private static KeyAttribute attribute(JsonNode node) {
            String text = node.stringValue();
            int colon = text.indexOf(':');
            return new KeyAttribute(text.substring(colon + 1), Type.valueOf(text.substring(0, colon)));
        }
    }
}
