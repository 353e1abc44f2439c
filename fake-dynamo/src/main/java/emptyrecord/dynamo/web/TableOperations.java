package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.store.TableSummary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** CreateTable, DescribeTable, ListTables, DeleteTable. A table is ready at once. */
final class TableOperations {

    private static final int NAMES_MAX = 100;

    private final Tables tables;

    TableOperations(Tables tables) {
        this.tables = tables;
    }

    Map<String, Operation> all() {
        return Map.of(
                "CreateTable",
                this::create,
                "DescribeTable",
                (call, out) -> describeTable(call, out),
                "DeleteTable",
                (call, out) -> describe(out, "TableDescription", tables.drop(call.text("TableName")), "DELETING"),
                "ListTables",
                this::list);
    }

    private void create(Call call, JsonGenerator out) {
        for (String unknown : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes", "StreamSpecification")) {
            if (call.has(unknown)) {
                throw Refusal.validation(unknown + " is not supported by this region; leave it out");
            }
        }
        String name = call.text("TableName");
        Billing.refuseIncoherent(call);
        Map<String, Type> types = types(call.member("AttributeDefinitions"), call);
        Optional<KeyAttribute> hash = key(call, types, "HASH");
        Optional<KeyAttribute> range = key(call, types, "RANGE");
        if (types.size() != (range.isPresent() ? 2 : 1)) {
            throw Refusal.parameters("Number of attributes in KeySchema does not exactly match number of attributes "
                    + "defined in AttributeDefinitions");
        }
        TableSummary created = tables.create(
                name,
                hash.orElseThrow(() ->
                        Refusal.validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")),
                range);
        describe(out, "TableDescription", created, "ACTIVE");
    }

    private static Map<String, Type> types(JsonNode definitions, Call call) {
        Map<String, Type> types = new HashMap<>();
        for (JsonNode definition : definitions) {
            Call part = call.part(definition);
            part.text("AttributeType");
            types.put(part.text("AttributeName"), part.choice("AttributeType", Type.class, Type.S));
        }
        return types;
    }

    private static Optional<KeyAttribute> key(Call call, Map<String, Type> types, String role) {
        for (JsonNode element : call.member("KeySchema")) {
            Call part = call.part(element);
            if (part.text("KeyType").equals(role)) {
                String name = part.text("AttributeName");
                Type type = types.get(name);
                if (type == null) {
                    throw Refusal.parameters(
                            "Some index key attributes are not defined in AttributeDefinitions. Keys: [" + name
                                    + "], AttributeDefinitions: " + types.keySet());
                }
                return Optional.of(new KeyAttribute(name, type));
            }
        }
        return Optional.empty();
    }

    private void list(Call call, JsonGenerator out) {
        int limit = call.number("Limit", 1, NAMES_MAX, NAMES_MAX);
        String start = call.optionalText("ExclusiveStartTableName").orElse("");
        List<String> rest = tables.names().stream()
                .filter(name -> name.compareTo(start) > 0)
                .toList();
        List<String> page = rest.stream().limit(limit).toList();
        out.writeArrayPropertyStart("TableNames");
        page.forEach(out::writeString);
        out.writeEndArray();
        if (rest.size() > page.size()) {
            out.writeStringProperty("LastEvaluatedTableName", page.getLast());
        }
    }

    private void describeTable(Call call, JsonGenerator out) {
        TableSummary table = tables.describe(call.text("TableName"));
        describe(out, "Table", table, table.loaded() ? "ACTIVE" : "ARCHIVED");
    }

    private static void describe(JsonGenerator out, String member, TableSummary table, String status) {
        TableSchema schema = table.schema();
        out.writeObjectPropertyStart(member);
        out.writeStringProperty("TableName", schema.name());
        out.writeStringProperty("TableStatus", status);
        out.writeStringProperty("TableArn", "arn:aws:dynamodb:us-east-1:123456789012:table/" + schema.name());
        out.writeStringProperty("TableId", idOf(schema));
        out.writeNumberProperty("CreationDateTime", schema.createdAt().toEpochMilli() / 1000.0);
        out.writeNumberProperty("ItemCount", table.items());
        out.writeNumberProperty("TableSizeBytes", table.bytes());
        out.writeArrayPropertyStart("AttributeDefinitions");
        schema.keyAttributes()
                .forEach(
                        key -> pair(out, key.name(), "AttributeType", key.type().name()));
        out.writeEndArray();
        out.writeArrayPropertyStart("KeySchema");
        List<String> roles = Arrays.asList("HASH", "RANGE");
        for (int at = 0; at < schema.keyAttributes().size(); at++) {
            pair(out, schema.keyAttributes().get(at).name(), "KeyType", roles.get(at));
        }
        out.writeEndArray();
        Billing.describe(out);
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
