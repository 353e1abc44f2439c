package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.partiql.Columns;
import emptyrecord.dynamo.core.partiql.Statement;
import emptyrecord.dynamo.core.partiql.StatementWrites;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.ClientToken;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.web.TransactOperations.Parts;
import emptyrecord.dynamo.web.TransactionCanceled.Reason;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * ExecuteTransaction: statements that all read, at one moment, or all write or check, all or none
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteTransaction.html).
 */
final class StatementTransactions {

    private static final int STATEMENTS_MAX = 100;
    private static final String STATEMENTS = "TransactStatements";

    private final Store store;
    private final TransactOperations transactions;

    StatementTransactions(Store store, InstantSource clock) {
        this.store = store;
        this.transactions = new TransactOperations(store, clock);
    }

    Map<String, Operation> all() {
        return Map.of("ExecuteTransaction", this::execute);
    }

    /** A statement and the parameters of its part of the request. */
    private record Part(Call call, Statement statement) {}

    private void execute(Call call, JsonGenerator out) {
        List<Part> parts = parts(call);
        long reads = parts.stream()
                .filter(part -> part.statement instanceof Statement.Select)
                .count();
        if (reads > 0 && reads < parts.size()) {
            throw Refusal.validation("Transaction must only contain read statements or only write statements");
        }
        if (reads > 0) {
            read(call, parts, out);
        } else {
            write(call, parts, out);
        }
    }

    /** Their number is known and their heap is taken before the first is read. */
    private static List<Part> parts(Call call) {
        JsonNode nodes = call.member(STATEMENTS);
        if (nodes.isEmpty() || nodes.size() > STATEMENTS_MAX) {
            throw Refusal.validation("1 validation error detected: Value at 'transactStatements' failed to satisfy "
                    + "constraint: Member must have length between 1 and " + STATEMENTS_MAX);
        }
        List<Call> calls = nodes.valueStream().map(call::part).toList();
        StatementCall.charge(call, calls);
        return calls.stream().map(StatementTransactions::part).toList();
    }

    private static Part part(Call call) {
        Statement statement = StatementCall.statement(call);
        if (StatementCall.returned(statement) != WriteOperations.Returned.NONE) {
            throw Refusal.validation("RETURNING is not supported in ExecuteTransaction");
        }
        return new Part(call, statement);
    }

    private void write(Call call, List<Part> parts, JsonGenerator out) {
        Optional<ClientToken> token = transactions.token(call, STATEMENTS);
        Parts writes = Parts.none();
        for (Part part : parts) {
            Write write = StatementWrites.of(part.statement, store.read(part.statement.table(), Table::schema));
            writes.add(write, Keys.of(store, write), StatementCall.onFailure(part.call));
        }
        try {
            transactions.carryOut(call, writes, token, out);
        } catch (TransactionCanceled e) {
            throw new TransactionCanceled(named(e.reasons(), parts));
        }
        responses(out, parts.stream().map(part -> Optional.<Item>empty()).toList());
    }

    /** An INSERT of an item that is there has a reason of its own. */
    private static List<Reason> named(List<Reason> reasons, List<Part> parts) {
        List<Reason> named = new ArrayList<>();
        for (int at = 0; at < reasons.size(); at++) {
            Reason reason = reasons.get(at);
            boolean duplicate = parts.get(at).statement instanceof Statement.Insert
                    && reason.code().equals("ConditionalCheckFailed");
            named.add(duplicate ? Reason.duplicate() : reason);
        }
        return named;
    }

    /** One item to read. */
    private record Get(Statement.Select select, Map<String, AttributeValue> key) {}

    private void read(Call call, List<Part> parts, JsonGenerator out) {
        List<Get> gets = new ArrayList<>();
        Set<String> tables = new LinkedHashSet<>();
        long heap = 0;
        for (Part part : parts) {
            Statement.Select select = (Statement.Select) part.statement;
            Map<String, AttributeValue> key =
                    StatementCall.key(select, store.read(select.table(), Table::schema), "ExecuteTransaction");
            if (gets.stream()
                    .anyMatch(get -> get.key.equals(key) && get.select.table().equals(select.table()))) {
                throw Refusal.validation("Transaction request cannot include multiple operations on one item");
            }
            gets.add(new Get(select, key));
            tables.add(select.table());
            heap += store.weigh(select.table(), key);
        }
        call.reply().work(heap);
        List<Optional<Item>> found = store.read(
                tables,
                then -> gets.stream()
                        .map(get -> get(Objects.requireNonNull(then.get(get.select.table())), get))
                        .toList());
        List<Optional<Item>> shown = new ArrayList<>();
        Capacity.Wanted wanted = Capacity.wanted(call);
        Map<String, Capacity> spent = new LinkedHashMap<>();
        for (int at = 0; at < gets.size(); at++) {
            Statement.Select select = gets.get(at).select;
            shown.add(found.get(at).map(new Columns(select.columns(), select.bindings())::of));
            spent.computeIfAbsent(select.table(), any -> Capacity.ofTransaction(wanted, Capacity.Named.READ))
                    .read(found.get(at).map(Item::size).orElse(0), true);
        }
        call.reply().expect(ReadOperations.length(shown));
        responses(out, shown);
        Capacity.members(out, wanted, spent);
    }

    private static Optional<Item> get(Table table, Get get) {
        return table.get(KeyRules.ofKey(table.schema(), get.key));
    }

    private static void responses(JsonGenerator out, List<Optional<Item>> items) {
        out.writeArrayPropertyStart("Responses");
        for (Optional<Item> item : items) {
            out.writeStartObject();
            item.ifPresent(some -> ReadOperations.item(out, some));
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
