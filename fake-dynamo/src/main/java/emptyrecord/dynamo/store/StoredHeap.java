package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import java.util.concurrent.atomic.AtomicLong;

/** The heap that the items of all tables take, and its bound. A write that frees heap is never refused. */
final class StoredHeap {

    private final long max;
    private final AtomicLong used = new AtomicLong();

    StoredHeap(long max) {
        this.max = max;
    }

    /**
     * Reserves the bytes that a change adds, before it is done; negative if it frees heap. To be given back if it is not
     * done after all.
     *
     * @throws Refusal ItemCollectionSizeLimitExceededException, which callers do not retry
     */
    void take(long growth) {
        long after = used.addAndGet(growth);
        if (growth > 0 && after > max) {
            used.addAndGet(-growth);
            throw new Refusal(
                    ErrorCode.COLLECTION_FULL,
                    "Collection size exceeded: all tables together may take " + max + " bytes of heap, they take "
                            + (after - growth) + ", and this write adds " + growth
                            + ". Delete items, or set dynamo.stored-max and a larger heap");
        }
    }

    void add(long bytes) {
        used.addAndGet(bytes);
    }

    long used() {
        return used.get();
    }

    long max() {
        return max;
    }
}
