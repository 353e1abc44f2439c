package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.stream.StreamSchema;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the definition of a table: {@code "at": TIME, "key": ["S:id"]}, and {@code "indexes"},
 * {@code "protected"}, {@code "expiry"}, {@code "tags"}, {@code "stream": ["NEW_IMAGE", "TIME", "on"]} if it has them.
 */
final class SchemaWriter {

    private SchemaWriter() {}

    /** @param member that holds the name */
    static void write(JsonGenerator out, String member, TableSchema schema) {
        TableOptions options = schema.options();
        out.writeStringProperty(member, schema.name());
        out.writeStringProperty("at", schema.createdAt().toString());
        key(out, schema.keyAttributes());
        if (!options.indexes().isEmpty()) {
            out.writeArrayPropertyStart("indexes");
            options.indexes().forEach(index -> index(out, index));
            out.writeEndArray();
        }
        if (options.deletionProtected()) {
            out.writeBooleanProperty("protected", true);
        }
        options.expiry().ifPresent(attribute -> out.writeStringProperty("expiry", attribute));
        if (!options.tags().isEmpty()) {
            out.writeObjectPropertyStart("tags");
            options.tags().forEach(out::writeStringProperty);
            out.writeEndObject();
        }
        options.stream().ifPresent(stream -> stream(out, stream));
    }

    private static void stream(JsonGenerator out, StreamSchema stream) {
        out.writeArrayPropertyStart("stream");
        out.writeString(stream.view().name());
        out.writeString(stream.since().toString());
        out.writeString(stream.enabled() ? "on" : "off");
        out.writeEndArray();
    }

    private static void index(JsonGenerator out, IndexSchema index) {
        out.writeStartObject();
        out.writeStringProperty("name", index.name());
        out.writeBooleanProperty("global", index.global());
        key(out, index.keyAttributes());
        out.writeStringProperty("shows", index.projected().kind().name());
        if (!index.projected().attributes().isEmpty()) {
            out.writeArrayPropertyStart("attributes");
            index.projected().attributes().forEach(out::writeString);
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static void key(JsonGenerator out, List<KeyAttribute> attributes) {
        out.writeArrayPropertyStart("key");
        for (KeyAttribute key : attributes) {
            out.writeString(key.type() + ":" + key.name());
        }
        out.writeEndArray();
    }
}
