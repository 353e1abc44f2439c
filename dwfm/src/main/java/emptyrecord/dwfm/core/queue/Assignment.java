package emptyrecord.dwfm.core.queue;

import java.time.Instant;

/**
 * Work that a worker has taken, and its slot.
 *
 * @param incarnation of the host that gave it out; a result of an older one is discarded (dynamics B7)
 * @param start planned start: the end of the worker's last slot or the arrival of the work, whichever is later
 * @param plannedEnd start plus service time
 * @param leaseUntil how long the lease lasts if this succeeds
 * @param deadline as known when the work was taken
 * @param starting the host still starts, so a lapsed lease is one that was never in service
 */
public record Assignment(
        Work work,
        long incarnation,
        Instant start,
        Instant plannedEnd,
        Instant leaseUntil,
        Instant deadline,
        boolean starting) {}
