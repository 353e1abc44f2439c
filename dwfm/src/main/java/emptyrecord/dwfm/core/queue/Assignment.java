package emptyrecord.dwfm.core.queue;

import java.time.Instant;

/**
 * A worker's piece of work, and its slot.
 *
 * @param incarnation of the host that assigned it; a result of an older one is discarded (dynamics B7)
 * @param start planned start: the end of the worker's last slot or the arrival of the work, whichever is later
 * @param plannedEnd start plus service time
 * @param leaseUntil how long the lease lasts if this succeeds
 * @param deadline as known when the worker took it
 * @param starting whether the host still starts; then a lapsed lease was never in service
 */
public record Assignment(
        Work work,
        long incarnation,
        Instant start,
        Instant plannedEnd,
        Instant leaseUntil,
        Instant deadline,
        boolean starting) {}
