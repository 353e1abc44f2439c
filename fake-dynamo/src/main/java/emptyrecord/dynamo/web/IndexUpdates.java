package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * GlobalSecondaryIndexUpdates of UpdateTable: one index is created or deleted at a time. An Update changes throughput,
 * which has no effect here.
 */
final class IndexUpdates {

    private static final List<String> KINDS = List.of("Create", "Update", "Delete");

    private final Call call;

    IndexUpdates(Call call) {
        this.call = call;
    }

    TableOptions apply(TableSchema table, TableOptions options) {
        if (!call.has("GlobalSecondaryIndexUpdates")) {
            return options;
        }
        TableOptions after = options;
        int changed = 0;
        for (JsonNode each : call.member("GlobalSecondaryIndexUpdates")) {
            Call update = call.part(each);
            List<String> given = KINDS.stream().filter(update::has).toList();
            if (given.size() != 1) {
                throw Refusal.parameters("One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                        + "GlobalSecondaryIndexUpdate.Delete must not be null");
            }
            Call part = update.part(update.member(given.getFirst()));
            changed += given.getFirst().equals("Update") ? 0 : 1;
            after = apply(given.getFirst(), part, table, after);
        }
        if (changed > 1) {
            throw new Refusal(
                    ErrorCode.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        }
        return after;
    }

    private TableOptions apply(String kind, Call part, TableSchema table, TableOptions options) {
        String name = part.text("IndexName");
        boolean known = options.index(name).filter(IndexSchema::global).isPresent();
        if (kind.equals("Create")) {
            if (options.index(name).isPresent()) {
                throw Refusal.validation("Attempting to create an index which already exists");
            }
            return new Definitions(call).with(part, table, options);
        }
        if (!known) {
            throw new Refusal(
                    ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found: Index: " + name + " not found");
        }
        return kind.equals("Delete") ? options.without(name) : options;
    }
}
