package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.store.Transaction.Outcome;
import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.disk.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Hands transactions over and waits until they survive. */
final class Commits {

    /** What comes with a transaction. */
    interface Along {

        Along NOTHING = batch -> {};

        void add(Batch batch);

        /** It was accepted and survives: known before anything else is done, which may fail. */
        default void survived() {}
    }

    private final RowStore rows;
    private final Bound stored;
    private final Streams streams;

    Commits(RowStore rows, Bound stored, Streams streams) {
        this.rows = rows;
        this.stored = stored;
        this.streams = streams;
    }

    Outcome run(Transaction transaction, LastCheck last, Along along) {
        return await(handOver(transaction, last, along), along);
    }

    private Outcome handOver(Transaction transaction, LastCheck last, Along along) {
        return transaction.run(last, new HandingOver(rows, stored, along::add));
    }

    private Outcome await(Outcome outcome, Along along) {
        try {
            outcome.pending().await();
        } catch (RuntimeException | Error e) {
            stored.add(-outcome.growth());
            throw e;
        }
        if (outcome.accepted()) {
            along.survived();
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
                handed.add(handOver(next.get(), last, Along.NOTHING));
            }
        } catch (Refusal | StoreFailure e) {
            if (handed.isEmpty()) {
                throw e;
            }
        } catch (RuntimeException | Error e) {
            commitAll(handed, e);
            throw e;
        }
        return survivors(handed);
    }

    /** Whoever waits for a batch commits it, so no batch is left with nobody to wait for it. */
    private void commitAll(List<Outcome> handed, Throwable why) {
        try {
            survivors(handed);
        } catch (StoreFailure e) {
            why.addSuppressed(e);
        }
    }

    private List<Decision> survivors(List<Outcome> handed) {
        List<Decision> survived = new ArrayList<>();
        List<StoreFailure> failures = new ArrayList<>();
        for (Outcome outcome : handed) {
            try {
                await(outcome, Along.NOTHING);
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
