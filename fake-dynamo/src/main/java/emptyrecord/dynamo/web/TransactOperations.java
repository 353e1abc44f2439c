package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Decision.ConditionFailed;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.store.ClientToken;
import emptyrecord.dynamo.store.LastCheck;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.web.WriteOperations.Returned;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * TransactWriteItems: all writes or none. A transaction with a client's token is done once; the same one again is
 * answered without a write, and its capacity is that of reading the items.
 */
final class TransactOperations {

    private static final int WRITES_MAX = 100;
    private static final int TOKEN_MAX = 36;
    private static final List<String> KINDS = List.of("Put", "Update", "Delete", "ConditionCheck");

    private final Store store;
    private final InstantSource clock;

    TransactOperations(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    Map<String, Operation> all() {
        return Map.of("TransactWriteItems", this::write);
    }

    /** The parts of a request, in its order. */
    record Parts(List<Write> writes, List<ItemKey> keys, List<Returned> onFailure) {

        static Parts none() {
            return new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** @throws Refusal if another part is about the same item */
        void add(Write write, ItemKey key, Returned shown) {
            for (int at = 0; at < keys.size(); at++) {
                if (keys.get(at).equals(key) && writes.get(at).table().equals(write.table())) {
                    throw Refusal.validation("Transaction request cannot include multiple operations on one item");
                }
            }
            writes.add(write);
            keys.add(key);
            onFailure.add(shown);
        }
    }

    private void write(Call call, JsonGenerator out) {
        Optional<ClientToken> token = token(call, "TransactItems");
        carryOut(call, parts(call), token, out);
    }

    /** Carries out all parts or none, and writes what it cost. */
    void carryOut(Call call, Parts parts, Optional<ClientToken> token, JsonGenerator out) {
        Capacity.Wanted wanted = Capacity.wanted(call);
        CollectionMetrics metrics = new CollectionMetrics(store, call);
        call.reply().work(store.weigh(parts.writes));
        Optional<List<Decision>> done = transact(call, parts.writes, token);
        done.ifPresent(decisions -> refuseFailed(call, decisions, parts.onFailure));
        Map<String, Capacity> spent = new LinkedHashMap<>();
        for (int at = 0; at < parts.writes.size() && wanted != Capacity.Wanted.NONE; at++) {
            spend(parts, at, done, wanted, spent);
        }
        Capacity.members(out, wanted, spent);
        for (int at = 0; at < parts.writes.size(); at++) {
            if (!(parts.writes.get(at).action() instanceof Write.Check)) {
                metrics.add(parts.writes.get(at).table(), parts.keys.get(at));
            }
        }
        metrics.byTable(out);
    }

    /** @param subject the member that two requests with the same token must have in common */
    Optional<ClientToken> token(Call call, String subject) {
        return call.optionalText("ClientRequestToken").map(text -> {
            if (text.isEmpty() || text.length() > TOKEN_MAX) {
                throw Refusal.validation("1 validation error detected: Value '" + text
                        + "' at 'clientRequestToken' failed to satisfy constraint: Member must have length "
                        + (text.isEmpty() ? "greater than or equal to 1" : "less than or equal to " + TOKEN_MAX));
            }
            return new ClientToken(text, Digest.of(call.member(subject)), clock.instant());
        });
    }

    private Parts parts(Call call) {
        Parts parts = Parts.none();
        for (JsonNode item : call.member("TransactItems")) {
            Call part = kind(call.part(item));
            Write write = writeOf(call.part(item), part);
            Returned shown = part.choice("ReturnValuesOnConditionCheckFailure", Returned.class, Returned.NONE);
            parts.add(write, Keys.of(store, write), shown);
        }
        if (parts.writes.isEmpty() || parts.writes.size() > WRITES_MAX) {
            throw Refusal.validation(
                    "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: "
                            + "Member must have length between 1 and " + WRITES_MAX);
        }
        return parts;
    }

    private static Call kind(Call item) {
        List<String> given = KINDS.stream().filter(item::has).toList();
        if (given.size() != 1) {
            throw Refusal.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        return item.part(item.member(given.getFirst()));
    }

    private static Write writeOf(Call item, Call part) {
        if (item.has("Put")) {
            return WriteOperations.putOf(part);
        }
        if (item.has("Update")) {
            return WriteOperations.updateOf(part);
        }
        return item.has("Delete") ? WriteOperations.deleteOf(part) : WriteOperations.checkOf(part);
    }

    /** The decisions; empty if the token says that they were carried out before. */
    private Optional<List<Decision>> transact(Call call, List<Write> writes, Optional<ClientToken> token) {
        LastCheck decided = decisions -> call.reply().decided();
        try {
            return token.isPresent()
                    ? store.transact(writes, token.get(), decided)
                    : Optional.of(store.transact(writes, decided));
        } catch (Refusal e) {
            if (e.code() == ErrorCode.COLLECTION_FULL) {
                throw new TransactionCanceled(
                        Collections.nCopies(writes.size(), TransactionCanceled.Reason.full(e.getMessage())));
            }
            throw e;
        }
    }

    private static void refuseFailed(Call call, List<Decision> decisions, List<Returned> onFailure) {
        if (decisions.stream().anyMatch(ConditionFailed.class::isInstance)) {
            List<TransactionCanceled.Reason> reasons = reasons(decisions, onFailure);
            reasons.forEach(
                    reason -> reason.item().ifPresent(item -> call.reply().expect(item.jsonLength())));
            throw new TransactionCanceled(reasons);
        }
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

    private void spend(
            Parts parts, int at, Optional<List<Decision>> done, Capacity.Wanted wanted, Map<String, Capacity> spent) {
        String name = parts.writes.get(at).table();
        if (done.isPresent() && done.get().get(at) instanceof Decision.Accepted accepted) {
            spent.computeIfAbsent(name, any -> Capacity.ofTransaction(wanted, Capacity.Named.WRITE))
                    .write(store.read(name, Table::schema), accepted.before(), accepted.after());
        } else {
            Optional<Item> item = store.read(name, table -> table.get(parts.keys.get(at)));
            spent.computeIfAbsent(name, any -> Capacity.ofTransaction(wanted, Capacity.Named.READ))
                    .read(item.map(Item::size).orElse(0), true);
        }
    }
}
