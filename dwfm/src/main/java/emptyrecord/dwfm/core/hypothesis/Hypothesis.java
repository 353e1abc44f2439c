package emptyrecord.dwfm.core.hypothesis;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.retry.Duplicates;
import java.time.Duration;

/**
 * Why a flood of attempts never makes progress. AWS has not published it; F52 names two readings, our simulation a
 * third. Chosen by {@code dwfm.hypothesis}.
 */
public sealed interface Hypothesis permits StaleFifo, AllOrNothingBatch, ThunderingHerd {

    /**
     * The cost of an attempt now.
     *
     * @param service its cost alone
     */
    Duration cost(Duration service, Load load);

    /** How a time-out treats the attempt that is still there. */
    Duplicates duplicates();

    /**
     * The load of the host.
     *
     * @param waitingAttempts establish attempts in the queue
     * @param offeredWithinDeadline establish attempts of the last A
     * @param parameters of the host
     */
    record Load(int waitingAttempts, int offeredWithinDeadline, LeaseParameters parameters) {}

    /** @param name as in {@code dwfm.hypothesis} */
    static Hypothesis named(String name) {
        return switch (name) {
            case "stale-fifo" -> new StaleFifo();
            case "all-or-nothing-batch" -> new AllOrNothingBatch();
            case "thundering-herd" -> new ThunderingHerd();
            default ->
                throw new IllegalArgumentException("dwfm.hypothesis must be stale-fifo, all-or-nothing-batch or"
                        + " thundering-herd, not '" + name + "'");
        };
    }
}
