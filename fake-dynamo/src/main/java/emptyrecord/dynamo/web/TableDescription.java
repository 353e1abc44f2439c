package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.store.TableSummary;
import emptyrecord.dynamo.store.TableSummary.IndexSize;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/** Writes a table's description, with sizes that are exact at the moment of the answer. */
final class TableDescription {

    private static final List<String> ROLES = List.of("HASH", "RANGE");

    private TableDescription() {}

    /** Bytes of the parts of a description that clients can lengthen, rather too many. */
    static long length(TableOptions options) {
        return 2 * options.heap();
    }

    static void write(JsonGenerator out, String member, TableSummary table, String status) {
        TableSchema schema = table.schema();
        TableOptions options = schema.options();
        out.writeObjectPropertyStart(member);
        out.writeStringProperty("TableName", schema.name());
        out.writeStringProperty("TableStatus", status);
        out.writeStringProperty("TableArn", Arn.of(schema.name()));
        out.writeStringProperty("TableId", idOf(schema));
        out.writeNumberProperty("CreationDateTime", schema.createdAt().toEpochMilli() / 1000.0);
        out.writeNumberProperty("ItemCount", table.items());
        out.writeNumberProperty("TableSizeBytes", table.bytes());
        out.writeBooleanProperty("DeletionProtectionEnabled", options.deletionProtected());
        definitions(out, schema);
        key(out, schema.keyAttributes());
        Billing.describe(out);
        schema.options().stream().ifPresent(stream -> StreamSpecification.describe(out, schema.name(), stream));
        indexes(out, "LocalSecondaryIndexes", table, false);
        indexes(out, "GlobalSecondaryIndexes", table, true);
        out.writeEndObject();
    }

    private static void definitions(JsonGenerator out, TableSchema schema) {
        Set<KeyAttribute> all = new LinkedHashSet<>(schema.keyAttributes());
        schema.options().indexes().forEach(index -> all.addAll(index.keyAttributes()));
        out.writeArrayPropertyStart("AttributeDefinitions");
        all.forEach(key -> pair(out, key.name(), "AttributeType", key.type().name()));
        out.writeEndArray();
    }

    private static void key(JsonGenerator out, List<KeyAttribute> attributes) {
        out.writeArrayPropertyStart("KeySchema");
        for (int at = 0; at < attributes.size(); at++) {
            pair(out, attributes.get(at).name(), "KeyType", ROLES.get(at));
        }
        out.writeEndArray();
    }

    private static void indexes(JsonGenerator out, String member, TableSummary table, boolean global) {
        List<IndexSize> indexes = table.indexes().stream()
                .filter(size -> size.index().global() == global)
                .toList();
        if (!indexes.isEmpty()) {
            out.writeArrayPropertyStart(member);
            indexes.forEach(size -> index(out, table.schema(), size));
            out.writeEndArray();
        }
    }

    private static void index(JsonGenerator out, TableSchema schema, IndexSize size) {
        IndexSchema index = size.index();
        out.writeStartObject();
        out.writeStringProperty("IndexName", index.name());
        key(out, index.keyAttributes());
        out.writeObjectPropertyStart("Projection");
        out.writeStringProperty("ProjectionType", index.projected().kind().name());
        if (!index.projected().attributes().isEmpty()) {
            out.writeArrayPropertyStart("NonKeyAttributes");
            index.projected().attributes().forEach(out::writeString);
            out.writeEndArray();
        }
        out.writeEndObject();
        out.writeNumberProperty("IndexSizeBytes", size.bytes());
        out.writeNumberProperty("ItemCount", size.items());
        out.writeStringProperty("IndexArn", Arn.of(schema.name(), index.name()));
        if (index.global()) {
            out.writeStringProperty("IndexStatus", "ACTIVE");
            Billing.throughput(out);
        }
        out.writeEndObject();
    }

    /** The same as long as the table lives; another for one that is created later under the same name. */
    private static String idOf(TableSchema schema) {
        String incarnation = schema.name() + "@" + schema.createdAt();
        return UUID.nameUUIDFromBytes(incarnation.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void pair(JsonGenerator out, String name, String member, String value) {
        out.writeStartObject();
        out.writeStringProperty("AttributeName", name);
        out.writeStringProperty(member, value);
        out.writeEndObject();
    }
}
