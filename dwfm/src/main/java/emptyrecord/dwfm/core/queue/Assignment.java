package emptyrecord.dwfm.core.queue;

import java.time.Instant;

/**
 * A worker's piece of work. When it ends is known only when the droplet has answered.
 *
 * @param incarnation of the host that assigned it; a result of an older one is discarded (dynamics B7)
 * @param start when the worker took it
 * @param leaseUntil how long the lease lasts if this succeeds
 * @param deadline as known when the worker took it
 * @param inTime whether the host expects it to end by its deadline: only then the table's lease moves
 * @param starting whether the host still starts; then a lapsed lease was never in service
 */
public record Assignment(
        Work work,
        long incarnation,
        Instant start,
        Instant leaseUntil,
        Instant deadline,
        boolean inTime,
        boolean starting) {}
