package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads definitions of tables and indexes
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html), and refuses those that the
 * service refuses.
 */
final class Definitions {

    /** Default quotas (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html). */
    private static final int GLOBAL_MAX = 20;

    private static final int LOCAL_MAX = 5;
    private static final int INCLUDED_MAX = 100;

    private final Call call;
    private final Map<String, Type> types = new HashMap<>();
    private final Set<String> used = new TreeSet<>();

    /** @param call has AttributeDefinitions, if its keys are not all in the table's */
    Definitions(Call call) {
        this.call = call;
        if (call.has("AttributeDefinitions")) {
            for (JsonNode definition : call.member("AttributeDefinitions")) {
                Call part = call.part(definition);
                part.text("AttributeType");
                types.put(part.text("AttributeName"), part.choice("AttributeType", Type.class, Type.S));
            }
        }
    }

    /** The table of a CreateTable. */
    TableSchema table(Instant now) {
        String name = call.text("TableName");
        call.member("AttributeDefinitions");
        KeyAttribute hash = hash(call);
        Optional<KeyAttribute> range = key(call, "RANGE");
        List<IndexSchema> indexes = new ArrayList<>();
        indexes("LocalSecondaryIndexes", false, LOCAL_MAX, indexes);
        indexes("GlobalSecondaryIndexes", true, GLOBAL_MAX, indexes);
        refuseUnused(indexes);
        TableSchema bare = new TableSchema(name, hash, range, now);
        indexes.forEach(index -> refuseLocal(bare, index));
        refuseIndexes(indexes);
        return bare.with(new TableOptions(
                indexes,
                call.flag("DeletionProtectionEnabled", false),
                Optional.empty(),
                call.has("Tags") ? TagOperations.tags(call, call.member("Tags")) : Map.of(),
                StreamSpecification.ofNew(call, now)));
    }

    private void indexes(String member, boolean global, int max, List<IndexSchema> indexes) {
        if (!call.has(member)) {
            return;
        }
        JsonNode list = call.member(member);
        if (list.isEmpty()) {
            throw Refusal.parameters("List of " + member + " is empty");
        }
        if (list.size() > max) {
            throw Refusal.parameters((global ? "GlobalSecondaryIndex count" : "Number of LocalSecondaryIndexes")
                    + " exceeds " + (global ? "the " : "") + "per-table limit of " + max);
        }
        list.forEach(each -> indexes.add(index(call.part(each), global)));
    }

    /** The options with the index of an UpdateTable, whose keys may be the table's. */
    TableOptions with(Call create, TableSchema table, TableOptions options) {
        table.keyAttributes().forEach(key -> types.putIfAbsent(key.name(), key.type()));
        options.indexes()
                .forEach(index -> index.keyAttributes().forEach(key -> types.putIfAbsent(key.name(), key.type())));
        TableOptions after = options.with(index(create, true));
        if (after.indexes().stream().filter(IndexSchema::global).count() > GLOBAL_MAX) {
            throw Refusal.parameters("GlobalSecondaryIndex count exceeds the per-table limit of " + GLOBAL_MAX);
        }
        refuseIndexes(after.indexes());
        return after;
    }

    private IndexSchema index(Call part, boolean global) {
        String name = part.text("IndexName");
        return new IndexSchema(
                name, global, hash(part), key(part, "RANGE"), projected(part.part(part.member("Projection"))));
    }

    private static Projected projected(Call projection) {
        if (!projection.has("ProjectionType")) {
            throw Refusal.parameters("Unknown ProjectionType: null");
        }
        Kind kind = projection.choice("ProjectionType", Kind.class, Kind.ALL);
        boolean named = projection.has("NonKeyAttributes");
        if (named != (kind == Kind.INCLUDE)) {
            throw Refusal.parameters("ProjectionType is " + kind + ", but NonKeyAttributes is "
                    + (named ? "specified" : "not specified"));
        }
        Set<String> attributes = new LinkedHashSet<>();
        if (named) {
            projection.member("NonKeyAttributes").forEach(attribute -> attributes.add(attribute.asString()));
        }
        return new Projected(kind, attributes);
    }

    private KeyAttribute hash(Call part) {
        return key(part, "HASH")
                .orElseThrow(() ->
                        Refusal.validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type"));
    }

    private Optional<KeyAttribute> key(Call part, String role) {
        for (JsonNode element : part.member("KeySchema")) {
            Call key = part.part(element);
            if (key.text("KeyType").equals(role)) {
                String name = key.text("AttributeName");
                Type type = types.get(name);
                if (type == null) {
                    throw Refusal.parameters(
                            "Some index key attributes are not defined in AttributeDefinitions. Keys: [" + name
                                    + "], AttributeDefinitions: " + types.keySet());
                }
                used.add(name);
                return Optional.of(new KeyAttribute(name, type));
            }
        }
        return Optional.empty();
    }

    private void refuseUnused(List<IndexSchema> indexes) {
        if (used.equals(types.keySet())) {
            return;
        }
        throw Refusal.parameters(
                indexes.isEmpty()
                        ? "Number of attributes in KeySchema does not exactly match number of attributes defined in "
                                + "AttributeDefinitions"
                        : "Some AttributeDefinitions are not used. AttributeDefinitions: "
                                + new TreeSet<>(types.keySet()) + ", keys used: " + used);
    }

    private static void refuseLocal(TableSchema table, IndexSchema index) {
        if (index.global()) {
            return;
        }
        if (table.range().isEmpty()) {
            throw Refusal.parameters("Table KeySchema does not have a range key, which is required when specifying a "
                    + "LocalSecondaryIndex");
        }
        if (index.range().isEmpty()) {
            throw Refusal.parameters("Index KeySchema does not have a range key for index: " + index.name());
        }
        if (!index.hash().equals(table.hash())) {
            throw Refusal.parameters("Index KeySchema does not have the same leading hash key as table KeySchema for "
                    + "index: " + index.name() + ". index hash key: "
                    + index.hash().name() + ", table hash key: "
                    + table.hash().name());
        }
    }

    private static void refuseIndexes(List<IndexSchema> indexes) {
        Set<String> names = new HashSet<>();
        int included = 0;
        for (IndexSchema index : indexes) {
            if (!names.add(index.name())) {
                throw Refusal.parameters("Duplicate index name: " + index.name());
            }
            included += index.projected().attributes().size();
        }
        if (included > INCLUDED_MAX) {
            throw Refusal.parameters("Number of NonKeyAttributes exceeds the per-table limit of " + INCLUDED_MAX);
        }
    }
}
