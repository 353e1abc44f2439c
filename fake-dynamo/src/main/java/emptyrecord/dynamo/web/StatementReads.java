package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.partiql.Columns;
import emptyrecord.dynamo.core.partiql.KeyedWhere;
import emptyrecord.dynamo.core.partiql.Statement;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.Readable;
import emptyrecord.dynamo.core.table.Reads;
import emptyrecord.dynamo.core.table.Reads.Found;
import emptyrecord.dynamo.core.table.SecondaryIndex;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * A page of a SELECT. A WHERE clause with values of the hash key reads their partitions as a Query does; any other reads
 * the whole table or index as a Scan does.
 */
final class StatementReads {

    private final Store store;

    StatementReads(Store store) {
        this.store = store;
    }

    void page(Call call, Statement.Select select, JsonGenerator out) {
        boolean consistent = call.flag("ConsistentRead", false);
        int limit = call.number("Limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        Optional<Map<String, AttributeValue>> start =
                call.optionalText("NextToken").map(token -> NextToken.key(call, token));
        Columns columns = new Columns(select.columns(), select.bindings());
        PageOperations.Result result = store.read(select.table(), table -> {
            Reads.Page page = new Reads.Page(limit, Optional.empty(), select.bindings(), start, false);
            return read(table, select, page, consistent);
        });
        Found found = result.found();
        List<Item> shown = found.items().stream().map(columns::of).toList();
        call.reply()
                .expect(shown.stream()
                        .mapToLong(item -> JsonLength.of(item.attributes()))
                        .sum());
        StatementOperations.items(out, shown);
        found.last().ifPresent(key -> {
            out.writeStringProperty("NextToken", NextToken.of(call, key));
            out.writeName("LastEvaluatedKey");
            AttributeWriter.attributes(out, key);
        });
        PageOperations.capacity(call, result, consistent).member(out, select.table());
    }

    private static PageOperations.Result read(
            Table table, Statement.Select select, Reads.Page page, boolean consistent) {
        if (select.index().isEmpty()) {
            return new PageOperations.Result(read(table, select, page), Optional.empty());
        }
        String name = select.index().get();
        SecondaryIndex index = table.index(name)
                .orElseThrow(() -> Refusal.validation("The table does not have the specified index: " + name));
        if (index.schema().global() && consistent) {
            throw Refusal.validation("Consistent reads are not supported on global secondary indexes");
        }
        Reads.Page whole = new Reads.Page(
                page.limit(),
                page.filter(),
                page.bindings(),
                page.start(),
                fetches(table.schema(), index.schema(), select));
        return new PageOperations.Result(read(index, select, whole), Optional.of(index.schema()));
    }

    /** Whether a local index's items are completed from the table. */
    private static boolean fetches(TableSchema table, IndexSchema index, Statement.Select select) {
        List<String> missing = new Columns(select.columns(), select.bindings())
                .attributes().stream()
                        .filter(attribute -> !index.shows(attribute, table))
                        .toList();
        if (index.global() && !missing.isEmpty()) {
            throw Refusal.parameters("Global secondary index " + index.name() + " does not project " + missing);
        }
        return !missing.isEmpty();
    }

    private static Found read(Readable target, Statement.Select select, Reads.Page page) {
        KeyedWhere where = KeyedWhere.of(select.where(), select.bindings(), target);
        Reads.Page filtered = new Reads.Page(page.limit(), where.rest(), page.bindings(), page.start(), page.fetched());
        boolean forward = forward(target, select, where);
        return where.hashes().isEmpty()
                ? Reads.scan(target, 0, 1, filtered)
                : Reads.partitions(target, where.partitions(), forward, filtered);
    }

    private static boolean forward(Readable target, Statement.Select select, KeyedWhere where) {
        if (select.order().isEmpty()) {
            return true;
        }
        if (select.where().isEmpty()) {
            throw Refusal.validation("Must have WHERE clause in the statement when using ORDER BY clause.");
        }
        if (where.hashes().isEmpty()) {
            throw Refusal.validation("Must have at least one non-optional hash key condition in WHERE clause when "
                    + "using ORDER BY clause.");
        }
        if (where.hashes().size() > 1) {
            throw Refusal.validation("ORDER BY with several values of the hash key is not supported by this region");
        }
        Statement.Order order = select.order().get();
        List<KeyAttribute> keys = target.keyAttributes();
        if (keys.stream().noneMatch(key -> KeyedWhere.isKey(order.path(), key, select.bindings()))) {
            throw Refusal.validation("Variable reference in ORDER BY clause must be part of the primary key");
        }
        return !order.descending();
    }
}
