package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.Change.Created;
import emptyrecord.dynamo.store.Change.Dropped;
import emptyrecord.dynamo.store.Change.Removed;
import emptyrecord.dynamo.store.Change.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The form of a journal line: an array of changes, each {@code {"put": ATTRIBUTES, "table": NAME}},
 * {@code {"remove": KEY, "table": NAME}}, {@code {"create": NAME, …}} or {@code {"drop": NAME}}. The code is written by
 * hand because every acknowledged write uses it.
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

    /** Without a tree: an item's values are made directly, so a line costs little more than its content. */
    private static final class Reader extends StdDeserializer<Commit> {

        Reader() {
            super(Commit.class);
        }

        @Override
        public Commit deserialize(JsonParser in, DeserializationContext context) {
            List<Change> changes = new ArrayList<>();
            expect(in, in.currentToken(), JsonToken.START_ARRAY);
            while (in.nextToken() == JsonToken.START_OBJECT) {
                changes.add(new Line(in).change());
            }
            expect(in, in.currentToken(), JsonToken.END_ARRAY);
            if (changes.isEmpty()) {
                throw new StreamReadException(in, "a commit has at least one change");
            }
            return new Commit(changes);
        }
    }

    /** The members of one change, in any order; {@code null} is a missing member. */
    private static final class Line {

        private @Nullable String table;
        private @Nullable Map<String, AttributeValue> put;
        private @Nullable Map<String, AttributeValue> remove;
        private @Nullable String drop;
        private @Nullable String create;
        private @Nullable Instant at;
        private final List<KeyAttribute> key = new ArrayList<>();
        private final JsonParser in;

        Line(JsonParser in) {
            this.in = in;
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                member(name);
            }
            expect(in, in.currentToken(), JsonToken.END_OBJECT);
        }

        private void member(String name) {
            switch (name) {
                case "table" -> table = text();
                case "put" -> put = AttributeReader.attributes(in);
                case "remove" -> remove = AttributeReader.attributes(in);
                case "drop" -> drop = text();
                case "create" -> create = text();
                case "at" -> at = Instant.parse(text());
                case "key" -> key();
                default -> throw new StreamReadException(in, "a change has no member " + name);
            }
        }

        private void key() {
            expect(in, in.currentToken(), JsonToken.START_ARRAY);
            while (in.nextToken() != JsonToken.END_ARRAY) {
                String text = text();
                int colon = text.indexOf(':');
                key.add(new KeyAttribute(text.substring(colon + 1), Type.valueOf(text.substring(0, colon))));
            }
        }

        private String text() {
            expect(in, in.currentToken(), JsonToken.VALUE_STRING);
            return in.getString();
        }

        Change change() {
            if (table != null && put != null) {
                return new Stored(table, new Item(put));
            }
            if (table != null && remove != null) {
                return new Removed(table, remove);
            }
            if (drop != null) {
                return new Dropped(drop);
            }
            if (create != null && at != null && !key.isEmpty()) {
                Optional<KeyAttribute> range = key.size() > 1 ? Optional.of(key.get(1)) : Optional.empty();
                return new Created(new TableSchema(create, key.getFirst(), range, at));
            }
            throw new StreamReadException(in, "a change is none of put, remove, create and drop");
        }
    }

    private static void expect(JsonParser in, @Nullable JsonToken is, JsonToken wanted) {
        if (is != wanted) {
            throw new StreamReadException(in, "expected " + wanted + ", not " + is);
        }
    }
}
