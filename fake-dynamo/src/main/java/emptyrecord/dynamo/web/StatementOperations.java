package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.partiql.Statement;
import emptyrecord.dynamo.core.partiql.StatementWrites;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.table.Decision.ConditionFailed;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.web.WriteOperations.Returned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** ExecuteStatement (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteStatement.html). */
final class StatementOperations {

    private final Store store;
    private final StatementReads reads;

    StatementOperations(Store store) {
        this.store = store;
        this.reads = new StatementReads(store);
    }

    Map<String, Operation> all() {
        return Map.of("ExecuteStatement", this::execute);
    }

    private void execute(Call call, JsonGenerator out) {
        StatementCall.charge(call, List.of(call));
        Statement statement = StatementCall.statement(call);
        switch (statement) {
            case Statement.Select select -> reads.page(call, select, out);
            case Statement.Exists exists -> throw Refusal.validation("EXISTS is supported only in ExecuteTransaction");
            default -> write(call, statement, out);
        }
    }

    private void write(Call call, Statement statement, JsonGenerator out) {
        Returned onFailure = StatementCall.onFailure(call);
        Capacity.Wanted wanted = Capacity.wanted(call);
        call.reply().work(weigh(store, statement));
        Accepted done = write(store, call, statement, onFailure);
        Optional<Item> shown = WriteOperations.returned(done, StatementCall.returned(statement));
        items(out, shown.stream().toList());
        if (wanted != Capacity.Wanted.NONE) {
            Capacity.of(wanted)
                    .write(store.read(statement.table(), Table::schema), done.before(), done.after())
                    .member(out, statement.table());
        }
    }

    /** Bytes of heap that a statement that writes takes. */
    static long weigh(Store store, Statement statement) {
        return store.weigh(List.of(StatementWrites.of(statement, store.read(statement.table(), Table::schema))));
    }

    /**
     * Carries out a statement that writes; its heap was taken before.
     *
     * @throws Refusal a DuplicateItemException for an INSERT of an item that is there
     * @throws ConditionFailure if the item does not satisfy the WHERE clause
     */
    static Accepted write(Store store, Call call, Statement statement, Returned onFailure) {
        Write write = StatementWrites.of(statement, store.read(statement.table(), Table::schema));
        Returned returned = StatementCall.returned(statement);
        Decision decision =
                store.write(write, decisions -> WriteOperations.reserve(call, decisions.getFirst(), returned));
        return switch (decision) {
            case Accepted done -> done;
            case ConditionFailed failed -> {
                if (statement instanceof Statement.Insert) {
                    throw new Refusal(ErrorCode.DUPLICATE_ITEM, TransactionCanceled.DUPLICATE);
                }
                throw WriteOperations.conditionFailure(
                        call, onFailure == Returned.ALL_OLD ? failed.before() : Optional.empty());
            }
        };
    }

    static void items(JsonGenerator out, List<Item> items) {
        out.writeArrayPropertyStart("Items");
        items.forEach(item -> AttributeWriter.attributes(out, item.attributes()));
        out.writeEndArray();
    }
}
