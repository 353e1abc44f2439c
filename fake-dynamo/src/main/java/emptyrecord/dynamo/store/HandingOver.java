package emptyrecord.dynamo.store;

import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import emptyrecord.dynamo.store.disk.Pending;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.disk.StoreFailure;
import java.util.function.Consumer;

/**
 * How a transaction reaches the rows.
 *
 * @param stored the bound of what is stored, which may refuse it
 * @param more adds what comes with it
 */
record HandingOver(RowStore rows, Bound stored, Consumer<Batch> more) implements Transaction.Around {

    @Override
    public Draft draft() {
        return rows.draft();
    }

    @Override
    public void add(Batch batch) {
        more.accept(batch);
    }

    @Override
    public Pending submit(Draft draft, Batch batch, long growth) {
        stored.take(growth);
        try {
            return draft.submit(batch);
        } catch (StoreFailure e) {
            stored.add(-growth);
            throw e;
        }
    }
}
