package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.Change.Altered;
import emptyrecord.dynamo.store.Change.Created;
import emptyrecord.dynamo.store.Change.Dropped;
import emptyrecord.dynamo.store.Change.Remembered;
import emptyrecord.dynamo.store.Change.Removed;
import emptyrecord.dynamo.store.Change.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The form of a line of the journal that this service kept before it had rows: an array of changes, each {@code {"put": ATTRIBUTES, "table": NAME}},
 * {@code {"remove": KEY, "table": NAME}}, {@code {"create": NAME, …}} or {@code {"alter": NAME, …}} with a definition (see
 * {@link SchemaWriter}), {@code {"drop": NAME}}, or {@code {"token": TEXT, "request": DIGEST, "at": TIME}}. Nobody
 * writes it any more.
 */
final class CommitCodec {

    private CommitCodec() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(Commit.class, new Reader()))
                .build();
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
        private @Nullable String alter;
        private @Nullable String token;
        private @Nullable String request;
        private final SchemaReader definition;
        private final JsonParser in;

        Line(JsonParser in) {
            this.in = in;
            this.definition = new SchemaReader(in);
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
                case "alter" -> alter = text();
                case "token" -> token = text();
                case "request" -> request = text();
                default -> definition.member(name);
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
            if (token != null && request != null) {
                return new Remembered(new ClientToken(token, request, definition.at()));
            }
            if (create != null) {
                return new Created(definition.schema(create));
            }
            if (alter != null) {
                return new Altered(definition.schema(alter));
            }
            throw new StreamReadException(in, "a change is none of put, remove, create, alter, drop and token");
        }
    }

    private static void expect(JsonParser in, @Nullable JsonToken is, JsonToken wanted) {
        if (is != wanted) {
            throw new StreamReadException(in, "expected " + wanted + ", not " + is);
        }
    }
}
