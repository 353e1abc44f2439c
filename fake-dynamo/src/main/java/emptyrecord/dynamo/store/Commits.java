package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.store.Transaction.Outcome;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.disk.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands transactions over and waits until they survive. */
final class Commits {

    private final RowStore rows;
    private final Bound stored;
    private final Streams streams;

    Commits(RowStore rows, Bound stored, Streams streams) {
        this.rows = rows;
        this.stored = stored;
        this.streams = streams;
    }

    Outcome run(Transaction transaction, LastCheck last, Consumer<Batch> more) {
        return await(handOver(transaction, last, more));
    }

    private Outcome handOver(Transaction transaction, LastCheck last, Consumer<Batch> more) {
        return transaction.run(last, new HandingOver(rows, stored, more));
    }

    private Outcome await(Outcome outcome) {
        try {
            outcome.pending().await();
        } catch (RuntimeException e) {
            stored.add(-outcome.growth());
            throw e;
        }
        streams.grew(outcome.streamed());
        return outcome;
    }

    /**
     * Carries out transactions of one write each, one after another, until one is refused. They do not wait for each
     * other's commit.
     *
     * @return the decisions of those before the first that was refused or did not survive; if none is left, its refusal or
     *     failure is thrown
     */
    List<Decision> each(List<Supplier<Transaction>> transactions, LastCheck last) {
        List<Outcome> handed = new ArrayList<>();
        try {
            for (Supplier<Transaction> next : transactions) {
                handed.add(handOver(next.get(), last, batch -> {}));
            }
        } catch (Refusal | StoreFailure e) {
            if (handed.isEmpty()) {
                throw e;
            }
        }
        return survivors(handed);
    }

    private List<Decision> survivors(List<Outcome> handed) {
        List<Decision> survived = new ArrayList<>();
        List<StoreFailure> failures = new ArrayList<>();
        for (Outcome outcome : handed) {
            try {
                await(outcome);
                if (failures.isEmpty()) {
                    survived.add(outcome.decisions().getFirst());
                }
            } catch (StoreFailure e) {
                failures.add(e);
            }
        }
        if (survived.isEmpty() && !failures.isEmpty()) {
            throw failures.getFirst();
        }
        return survived;
    }
}
