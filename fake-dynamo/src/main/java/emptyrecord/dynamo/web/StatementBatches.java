package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.partiql.Columns;
import emptyrecord.dynamo.core.partiql.Statement;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.disk.StoreFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * BatchExecuteStatement: statements of one item each, which read or write, and succeed or fail one by one
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchExecuteStatement.html).
 */
final class StatementBatches {

    private static final int STATEMENTS_MAX = 25;

    private final Store store;

    StatementBatches(Store store) {
        this.store = store;
    }

    Map<String, Operation> all() {
        return Map.of("BatchExecuteStatement", this::execute);
    }

    /**
     * What became of a statement.
     *
     * @param table empty if it is not well formed
     * @param error code of the error, if there is one
     */
    private record Answer(Optional<String> table, Optional<Item> item, Optional<String> error, String message) {

        static Answer of(String table, Optional<Item> item) {
            return new Answer(Optional.of(table), item, Optional.empty(), "");
        }
    }

    private void execute(Call call, JsonGenerator out) {
        List<Call> parts = new ArrayList<>();
        for (JsonNode statement : call.member("Statements")) {
            parts.add(call.part(statement));
        }
        if (parts.isEmpty() || parts.size() > STATEMENTS_MAX) {
            throw Refusal.validation("1 validation error detected: Value at 'statements' failed to satisfy constraint: "
                    + "Member must have length between 1 and " + STATEMENTS_MAX);
        }
        StatementCall.charge(call, parts);
        Capacity.Wanted wanted = Capacity.wanted(call);
        Map<String, Capacity> spent = new LinkedHashMap<>();
        Batch batch = new Batch(wanted, spent, new BatchPage());
        List<Parsed> parsed = parts.stream().map(this::parse).toList();
        refuseMixture(parsed);
        call.reply().work(parsed.stream().mapToLong(Parsed::heap).sum());
        out.writeArrayPropertyStart("Responses");
        parsed.forEach(part -> write(out, answer(part, batch)));
        out.writeEndArray();
        Capacity.members(out, wanted, spent);
    }

    private record Batch(Capacity.Wanted wanted, Map<String, Capacity> spent, BatchPage page) {

        Capacity of(String table) {
            return spent.computeIfAbsent(table, any -> Capacity.of(wanted));
        }
    }

    /**
     * A statement, or why it is none.
     *
     * @param heap bytes that a write takes; reads share the heap of a page
     */
    private record Parsed(Call call, Optional<Statement> statement, Optional<Refusal> refusal, long heap) {}

    private Parsed parse(Call part) {
        Optional<Statement> known = Optional.empty();
        try {
            Statement statement = StatementCall.statement(part);
            known = Optional.of(statement);
            long heap = statement instanceof Statement.Select || statement instanceof Statement.Exists
                    ? 0
                    : StatementOperations.weigh(store, statement);
            return new Parsed(part, known, Optional.empty(), heap);
        } catch (Refusal e) {
            return new Parsed(part, known, Optional.of(e), 0);
        }
    }

    private static void refuseMixture(List<Parsed> parsed) {
        long reads = parsed.stream()
                .flatMap(part -> part.statement.stream())
                .filter(Statement.Select.class::isInstance)
                .count();
        long all = parsed.stream().filter(part -> part.statement.isPresent()).count();
        if (reads > 0 && reads < all) {
            throw Refusal.validation("Batch must only contain read statements or only write statements");
        }
    }

    private Answer answer(Parsed part, Batch batch) {
        Optional<String> table = part.statement.map(Statement::table);
        try {
            if (part.refusal.isPresent()) {
                throw part.refusal.get();
            }
            return switch (part.statement.orElseThrow()) {
                case Statement.Select select -> Answer.of(select.table(), read(part.call, select, batch));
                case Statement.Exists exists ->
                    throw Refusal.validation("EXISTS is supported only in ExecuteTransaction");
                case Statement statement -> {
                    Accepted done =
                            StatementOperations.write(store, part.call, statement, StatementCall.onFailure(part.call));
                    batch.of(statement.table())
                            .write(store.read(statement.table(), Table::schema), done.before(), done.after());
                    yield Answer.of(
                            statement.table(), WriteOperations.returned(done, StatementCall.returned(statement)));
                }
            };
        } catch (ConditionFailure e) {
            return new Answer(table, e.item(), Optional.of("ConditionalCheckFailed"), String.valueOf(e.getMessage()));
        } catch (Refusal e) {
            return new Answer(table, Optional.empty(), Optional.of(code(e.code())), String.valueOf(e.getMessage()));
        } catch (StoreFailure e) {
            return new Answer(
                    table, Optional.empty(), Optional.of("InternalServerError"), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Item> read(Call call, Statement.Select select, Batch batch) {
        Map<String, AttributeValue> key =
                StatementCall.key(select, store.read(select.table(), Table::schema), "BatchExecuteStatement");
        Optional<Item> item = store.read(select.table(), t -> t.get(KeyRules.ofKey(t.schema(), key)));
        if (!batch.page.takes(item)) {
            throw new Refusal(ErrorCode.THROTTLING, "The answer is full; ask for this item again");
        }
        batch.of(select.table()).read(item.map(Item::size).orElse(0), call.flag("ConsistentRead", false));
        Optional<Item> shown = item.map(new Columns(select.columns(), select.bindings())::of);
        shown.ifPresent(some -> call.reply().expect(JsonLength.of(some.attributes())));
        return shown;
    }

    /** As BatchStatementError names them. */
    private static String code(ErrorCode code) {
        return switch (code) {
            case DUPLICATE_ITEM -> "DuplicateItem";
            case RESOURCE_NOT_FOUND -> "ResourceNotFound";
            case COLLECTION_FULL -> "ItemCollectionSizeLimitExceeded";
            case THROTTLING -> "ThrottlingError";
            default -> "ValidationError";
        };
    }

    private static void write(JsonGenerator out, Answer answer) {
        out.writeStartObject();
        answer.table.ifPresent(table -> out.writeStringProperty("TableName", table));
        if (answer.error.isPresent()) {
            out.writeObjectPropertyStart("Error");
            out.writeStringProperty("Code", answer.error.get());
            out.writeStringProperty("Message", answer.message);
            answer.item.ifPresent(item -> ReadOperations.item(out, item));
            out.writeEndObject();
        } else {
            answer.item.ifPresent(item -> ReadOperations.item(out, item));
        }
        out.writeEndObject();
    }
}
