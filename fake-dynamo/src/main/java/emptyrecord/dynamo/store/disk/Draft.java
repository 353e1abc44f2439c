package emptyrecord.dynamo.store.disk;

import org.jspecify.annotations.Nullable;

/**
 * The newest rows, those on their way to the disk included, for whoever decides what to write next. Two drafts must not
 * decide about the same key at a time: their owners hold locks. What is written is given up if what it was decided on is.
 */
public final class Draft {

    private final RowStore store;
    private final long generation;
    private Queue.@Nullable Waiting seen;

    Draft(RowStore store, long generation) {
        this.store = store;
        this.generation = generation;
    }

    public byte @Nullable [] get(byte[] key) {
        Queue.Found found = store.newest(key);
        if (found.by() != null && (seen == null || seen.number() < found.by().number())) {
            seen = found.by();
        }
        return found.value();
    }

    /** Waits until all that this draft has seen survives: an answer must not tell of rows that may be given up. */
    public Pending seen() {
        return seen == null ? Pending.NONE : seen;
    }

    /**
     * Hands the batch over; later drafts see it at once, readers when it survives.
     *
     * @throws StoreFailure if rows that this draft may have seen were given up meanwhile
     */
    public Pending submit(Batch batch) {
        return batch.isEmpty() ? Pending.NONE : store.submit(batch, generation);
    }
}
