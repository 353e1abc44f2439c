package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.store.TableSummary;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** CreateTable, UpdateTable, DescribeTable, ListTables, DeleteTable. A table and an index are ready at once. */
final class TableOperations {

    private static final int NAMES_MAX = 100;

    /** The parameters of UpdateTable, of which it needs one. */
    private static final List<String> CHANGES = List.of(
            "ProvisionedThroughput",
            "BillingMode",
            "GlobalSecondaryIndexUpdates",
            "SSESpecification",
            "DeletionProtectionEnabled",
            "StreamSpecification",
            "TableClass");

    /** Parameters that would need another region, or an index of a kind that is not there. */
    private static final List<String> FOREIGN = List.of(
            "GlobalTableSourceArn",
            "GlobalTableSettingsReplicationMode",
            "ReplicaUpdates",
            "MultiRegionConsistency",
            "GlobalTableWitnessUpdates",
            "VectorIndexes",
            "VectorIndexUpdates");

    private final Tables tables;
    private final InstantSource clock;

    TableOperations(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    Map<String, Operation> all() {
        return Map.of(
                "CreateTable",
                this::create,
                "DescribeTable",
                (call, out) -> describeTable(call, out),
                "DeleteTable",
                this::delete,
                "UpdateTable",
                this::update,
                "ListTables",
                this::list);
    }

    private static void refuseForeign(Call call) {
        FOREIGN.stream().filter(call::has).findFirst().ifPresent(member -> {
            throw Refusal.validation(member + " is not supported by this region; leave it out");
        });
    }

    private void create(Call call, JsonGenerator out) {
        refuseForeign(call);
        call.text("TableName");
        Billing.refuseIncoherent(call);
        TableSchema schema = new Definitions(call).table(clock.instant());
        call.reply().expect(TableDescription.length(schema.options()));
        TableSummary created = tables.create(schema);
        TableDescription.write(out, "TableDescription", created, "ACTIVE");
    }

    private void update(Call call, JsonGenerator out) {
        refuseForeign(call);
        String name = call.text("TableName");
        if (CHANGES.stream().noneMatch(call::has)) {
            throw Refusal.validation("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
                    + "GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
        Billing.refuseIncoherentChange(call);
        TableSchema before = tables.describe(name).schema();
        IndexUpdates updates = new IndexUpdates(call);
        TableSummary after = tables.alter(name, options -> {
            boolean deletionProtected = call.flag("DeletionProtectionEnabled", options.deletionProtected());
            TableOptions changed = StreamSpecification.apply(
                    call, updates.apply(before, options).withDeletionProtected(deletionProtected), clock.instant());
            call.reply().expectNow(TableDescription.length(changed));
            return changed;
        });
        TableDescription.write(out, "TableDescription", after, "ACTIVE");
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

    private void delete(Call call, JsonGenerator out) {
        String name = call.text("TableName");
        call.reply()
                .expect(TableDescription.length(tables.describe(name).schema().options()));
        TableDescription.write(out, "TableDescription", tables.drop(name), "DELETING");
    }

    private void describeTable(Call call, JsonGenerator out) {
        TableSummary table = tables.describe(call.text("TableName"));
        call.reply().expect(TableDescription.length(table.schema().options()));
        TableDescription.write(out, "Table", table, "ACTIVE");
    }
}
