package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.table.Decision.Accepted;
import emptyrecord.dynamo.core.value.HeapCost;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The heap that the items of all tables take, and its bound. A write that frees heap is never refused. */
final class StoredHeap {

    private final long max;
    private final AtomicLong used = new AtomicLong();

    StoredHeap(long max) {
        this.max = max;
    }

    /**
     * Reserves the bytes that the writes add, before they are done.
     *
     * @return bytes added, negative if the writes free heap; to be given back if they are not done after all
     * @throws Refusal ItemCollectionSizeLimitExceededException, which callers do not retry
     */
    long take(List<Accepted> writes) {
        long growth = writes.stream().mapToLong(StoredHeap::growth).sum();
        long after = used.addAndGet(growth);
        if (growth > 0 && after > max) {
            used.addAndGet(-growth);
            throw new Refusal(
                    ErrorCode.COLLECTION_FULL,
                    "Collection size exceeded: all tables together may take " + max + " bytes of heap, they take "
                            + (after - growth) + ", and this write adds " + growth
                            + ". Delete items, or set dynamo.stored-max and a larger heap");
        }
        return growth;
    }

    private static long growth(Accepted write) {
        return write.after().map(HeapCost::of).orElse(0L)
                - write.before().map(HeapCost::of).orElse(0L);
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
