package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Decision.ConditionFailed;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.web.WriteOperations.Returned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** TransactWriteItems: all writes or none. Client request tokens are accepted and not stored. */
final class TransactOperations {

    private static final int WRITES_MAX = 100;
    private static final List<String> KINDS = List.of("Put", "Update", "Delete", "ConditionCheck");

    private final Store store;

    TransactOperations(Store store) {
        this.store = store;
    }

    Map<String, Operation> all() {
        return Map.of("TransactWriteItems", this::write);
    }

    private void write(Call call, JsonGenerator out) {
        List<Write> writes = new ArrayList<>();
        List<Returned> onFailure = new ArrayList<>();
        Set<Map.Entry<String, ItemKey>> seen = new HashSet<>();
        for (JsonNode item : call.member("TransactItems")) {
            Write write = writeOf(call.part(item), onFailure);
            if (!seen.add(Map.entry(write.table(), Keys.of(store, write)))) {
                throw Refusal.validation("Transaction request cannot include multiple operations on one item");
            }
            writes.add(write);
        }
        if (writes.isEmpty() || writes.size() > WRITES_MAX) {
            throw Refusal.validation(
                    "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: "
                            + "Member must have length between 1 and " + WRITES_MAX);
        }
        call.reply().work(store.weigh(writes));
        List<Decision> decisions = transact(writes);
        if (decisions.stream().anyMatch(ConditionFailed.class::isInstance)) {
            List<TransactionCanceled.Reason> reasons = reasons(decisions, onFailure);
            reasons.forEach(reason ->
                    reason.item().ifPresent(item -> call.reply().expect(JsonLength.of(item.attributes()))));
            throw new TransactionCanceled(reasons);
        }
    }

    private List<Decision> transact(List<Write> writes) {
        try {
            return store.transact(writes, decisions -> {});
        } catch (Refusal e) {
            if (e.code() == ErrorCode.COLLECTION_FULL) {
                throw new TransactionCanceled(
                        Collections.nCopies(writes.size(), TransactionCanceled.Reason.full(e.getMessage())));
            }
            throw e;
        }
    }

    private static Write writeOf(Call item, List<Returned> onFailure) {
        List<String> given = KINDS.stream().filter(item::has).toList();
        if (given.size() != 1) {
            throw Refusal.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        Call part = item.part(item.member(given.getFirst()));
        onFailure.add(part.choice("ReturnValuesOnConditionCheckFailure", Returned.class, Returned.NONE));
        return switch (given.getFirst()) {
            case "Put" -> WriteOperations.putOf(part);
            case "Update" -> WriteOperations.updateOf(part);
            case "Delete" -> WriteOperations.deleteOf(part);
            default -> WriteOperations.checkOf(part);
        };
    }

    private static List<TransactionCanceled.Reason> reasons(List<Decision> decisions, List<Returned> onFailure) {
        List<TransactionCanceled.Reason> reasons = new ArrayList<>();
        for (int at = 0; at < decisions.size(); at++) {
            boolean failed = decisions.get(at) instanceof ConditionFailed;
            boolean shown = failed && onFailure.get(at) == Returned.ALL_OLD;
            reasons.add(
                    failed
                            ? TransactionCanceled.Reason.conditionFailed(
                                    shown ? decisions.get(at).before() : Optional.empty())
                            : TransactionCanceled.Reason.NONE);
        }
        return reasons;
    }
}
