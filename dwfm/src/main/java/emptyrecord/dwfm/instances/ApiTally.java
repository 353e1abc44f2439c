package emptyrecord.dwfm.instances;

import java.util.concurrent.atomic.AtomicLongArray;

/** How often each {@link ApiOutcome} happened since the process started. */
public final class ApiTally {

    private final AtomicLongArray counts = new AtomicLongArray(ApiOutcome.values().length);

    void add(ApiOutcome outcome) {
        counts.incrementAndGet(outcome.ordinal());
    }

    public long of(ApiOutcome outcome) {
        return counts.get(outcome.ordinal());
    }
}
