package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.table.Decision.ConditionFailed;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.AttributeWriter;
import emptyrecord.dynamo.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** PutItem, UpdateItem, DeleteItem. */
final class WriteOperations {

    private final Store store;

    WriteOperations(Store store) {
        this.store = store;
    }

    /** Which part of the item is returned, in the order in which the service names them. */
    enum Returned {
        ALL_NEW,
        UPDATED_OLD,
        ALL_OLD,
        NONE,
        UPDATED_NEW
    }

    Map<String, Operation> all() {
        return Map.of("PutItem", this::put, "UpdateItem", this::update, "DeleteItem", this::delete);
    }

    private void put(Call call, JsonGenerator out) {
        oldOrNothing(call);
        run(call, putOf(call), out);
    }

    private void delete(Call call, JsonGenerator out) {
        oldOrNothing(call);
        run(call, deleteOf(call), out);
    }

    private void update(Call call, JsonGenerator out) {
        run(call, updateOf(call), out);
    }

    static Write putOf(Call call) {
        Optional<Condition> condition = call.condition(ExpressionKind.CONDITION);
        Item item = new Item(call.attributes("Item"));
        return new Write(call.text("TableName"), new Write.Put(item), condition, call.bindings());
    }

    static Write deleteOf(Call call) {
        Optional<Condition> condition = call.condition(ExpressionKind.CONDITION);
        Write.Action delete = new Write.Delete(call.attributes("Key"));
        return new Write(call.text("TableName"), delete, condition, call.bindings());
    }

    static Write checkOf(Call call) {
        call.text(ExpressionKind.CONDITION.parameter());
        Optional<Condition> condition = call.condition(ExpressionKind.CONDITION);
        Write.Action check = new Write.Check(call.attributes("Key"));
        return new Write(call.text("TableName"), check, condition, call.bindings());
    }

    static Write updateOf(Call call) {
        Optional<UpdateExpression> update = call.update();
        Optional<Condition> condition = call.condition(ExpressionKind.CONDITION);
        Write.Action action = new Write.Update(call.attributes("Key"), update);
        return new Write(call.text("TableName"), action, condition, call.bindings());
    }

    private static void oldOrNothing(Call call) {
        Returned returned = call.choice("ReturnValues", Returned.class, Returned.NONE);
        if (returned != Returned.NONE && returned != Returned.ALL_OLD) {
            throw Refusal.validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    private void run(Call call, Write write, JsonGenerator out) {
        Returned returned = call.choice("ReturnValues", Returned.class, Returned.NONE);
        Returned onFailure = call.choice("ReturnValuesOnConditionCheckFailure", Returned.class, Returned.NONE);
        Capacity.Wanted wanted = Capacity.wanted(call);
        CollectionMetrics metrics = new CollectionMetrics(store, call);
        call.reply().work(store.weigh(List.of(write)));
        Decision decision = store.write(write, decisions -> reserve(call, decisions.getFirst(), returned));
        switch (decision) {
            case ConditionFailed failed ->
                throw conditionFailure(call, onFailure == Returned.ALL_OLD ? failed.before() : Optional.empty());
            case Accepted done -> {
                returned(done, returned).ifPresent(item -> {
                    out.writeName("Attributes");
                    AttributeWriter.attributes(out, item.attributes());
                });
                if (wanted != Capacity.Wanted.NONE) {
                    Capacity.of(wanted)
                            .write(store.read(write.table(), Table::schema), done.before(), done.after())
                            .member(out, write.table());
                }
                metrics.add(write.table(), done.key());
                metrics.one(out);
            }
        }
    }

    /** Memory for the answer is reserved before the write is committed: afterwards nothing may refuse it. */
    static void reserve(Call call, Decision decision, Returned returned) {
        Optional<Item> shown = returned == Returned.ALL_OLD || returned == Returned.UPDATED_OLD
                ? decision.before()
                : decision instanceof Accepted done ? done.after() : Optional.empty();
        if (returned != Returned.NONE) {
            shown.ifPresent(item -> call.reply().expectNow(item.jsonLength()));
        }
        call.reply().decided();
    }

    static ConditionFailure conditionFailure(Call call, Optional<Item> shown) {
        shown.ifPresent(item -> call.reply().expect(item.jsonLength()));
        return new ConditionFailure(shown);
    }

    static Optional<Item> returned(Accepted done, Returned returned) {
        return switch (returned) {
            case NONE -> Optional.empty();
            case ALL_OLD -> done.before();
            case ALL_NEW -> done.after();
            case UPDATED_OLD -> touched(done, done.before());
            case UPDATED_NEW -> touched(done, done.after());
        };
    }

    private static Optional<Item> touched(Accepted done, Optional<Item> item) {
        return item.map(new Projection(done.touched())::of)
                .filter(kept -> !kept.attributes().isEmpty());
    }
}
