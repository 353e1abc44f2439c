package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import java.util.concurrent.atomic.AtomicLong;

/** An amount in bytes and its bound. What makes it smaller is never refused. */
final class Bound {

    private final String what;
    private final String advice;
    private final long max;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param what takes these bytes, for example {@code all tables together}
     * @param advice for whoever needs more
     */
    Bound(long max, String what, String advice) {
        this.max = max;
        this.what = what;
        this.advice = advice;
    }

    /**
     * Reserves the bytes that a change adds, before it is done; negative if it frees some. To be given back if it is not
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
                    "Collection size exceeded: " + what + " may take " + max + " bytes, they take " + (after - growth)
                            + ", and this write adds " + growth + ". " + advice);
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
