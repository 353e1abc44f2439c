package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.stream.StreamSchema;
import emptyrecord.dynamo.core.stream.StreamView;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.IndexSchema.Kind;
import emptyrecord.dynamo.core.table.IndexSchema.Projected;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** Reads the members that {@link SchemaWriter} writes, in any order; older lines have only the first two. */
final class SchemaReader {

    private final JsonParser in;
    private final List<IndexSchema> indexes = new ArrayList<>();
    private final Map<String, String> tags = new HashMap<>();
    private List<KeyAttribute> key = List.of();
    private @Nullable Instant at;
    private @Nullable String expiry;
    private boolean deletionProtected;
    private Optional<StreamSchema> stream = Optional.empty();

    SchemaReader(JsonParser in) {
        this.in = in;
    }

    /** Reads a member; the parser is at its value. */
    void member(String name) {
        switch (name) {
            case "at" -> at = Instant.parse(AttributeReader.text(in));
            case "key" -> key = key(in);
            case "indexes" -> indexes();
            case "protected" -> deletionProtected = in.getBooleanValue();
            case "expiry" -> expiry = AttributeReader.text(in);
            case "tags" -> tags();
            case "stream" -> stream = stream();
            default -> throw new StreamReadException(in, "a change has no member " + name);
        }
    }

    /** @throws StreamReadException if the line has no key */
    TableSchema schema(String name) {
        if (key.isEmpty()) {
            throw new StreamReadException(in, "table " + name + " has no key");
        }
        TableOptions options = new TableOptions(indexes, deletionProtected, Optional.ofNullable(expiry), tags, stream);
        return new TableSchema(name, key.getFirst(), range(key), at(), options);
    }

    /** @throws StreamReadException if the line has no time */
    Instant at() {
        if (at == null) {
            throw new StreamReadException(in, "a change has no time");
        }
        return at;
    }

    private static Optional<KeyAttribute> range(List<KeyAttribute> key) {
        return key.size() > 1 ? Optional.of(key.get(1)) : Optional.empty();
    }

    private Optional<StreamSchema> stream() {
        AttributeReader.expect(in, JsonToken.START_ARRAY);
        List<String> parts = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            parts.add(AttributeReader.text(in));
        }
        return Optional.of(new StreamSchema(
                StreamView.valueOf(parts.get(0)),
                Instant.parse(parts.get(1)),
                parts.get(2).equals("on")));
    }

    private void tags() {
        AttributeReader.expect(in, JsonToken.START_OBJECT);
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            tags.put(name, AttributeReader.text(in));
        }
    }

    private void indexes() {
        AttributeReader.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            indexes.add(index());
        }
    }

    private IndexSchema index() {
        AttributeReader.expect(in, JsonToken.START_OBJECT);
        String name = "";
        boolean global = false;
        Kind kind = Kind.ALL;
        List<KeyAttribute> keys = List.of();
        Set<String> attributes = new LinkedHashSet<>();
        for (String member = in.nextName(); member != null; member = in.nextName()) {
            in.nextToken();
            switch (member) {
                case "name" -> name = AttributeReader.text(in);
                case "global" -> global = in.getBooleanValue();
                case "key" -> keys = key(in);
                case "shows" -> kind = Kind.valueOf(AttributeReader.text(in));
                case "attributes" -> attributes(attributes);
                default -> throw new StreamReadException(in, "an index has no member " + member);
            }
        }
        if (keys.isEmpty()) {
            throw new StreamReadException(in, "index " + name + " has no key");
        }
        return new IndexSchema(name, global, keys.getFirst(), range(keys), new Projected(kind, attributes));
    }

    private void attributes(Set<String> attributes) {
        AttributeReader.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            attributes.add(AttributeReader.text(in));
        }
    }

    private static List<KeyAttribute> key(JsonParser in) {
        AttributeReader.expect(in, JsonToken.START_ARRAY);
        List<KeyAttribute> key = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            String text = AttributeReader.text(in);
            int colon = text.indexOf(':');
            key.add(new KeyAttribute(text.substring(colon + 1), Type.valueOf(text.substring(0, colon))));
        }
        return key;
    }
}
