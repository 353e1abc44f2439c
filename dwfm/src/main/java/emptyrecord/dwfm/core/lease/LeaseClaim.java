package emptyrecord.dwfm.core.lease;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which writes to the lease table are allowed, given the row that was seen: none while another holder's reservation
 * runs; else the next epoch, on the condition that the table still has the epoch seen. So two holders can never both
 * hold a lease.
 *
 * <p>A write is sent before it is known whether the handshake ends in time. One that the host expects to be late keeps
 * others away but moves no lease, so a new process cannot read the collapse's discarded results back as leases. While the host starts, it also
 * removes a lapsed lease from the row: a lapsed lease that stays there was lost in service ({@code Recall}).
 */
public sealed interface LeaseClaim {

    /** @param known epoch that the table must still have; empty: the table must have no row */
    record Write(OptionalLong known, LeaseRecord next) implements LeaseClaim {}

    record HeldByAnother(LeaseRecord seen) implements LeaseClaim {}

    /**
     * @param until how long the lease is to last
     * @param inTime the host expects the work to end before its deadline
     * @param starting the host has not once held all its droplets yet
     */
    record Request(DropletId droplet, String holder, Instant until, boolean inTime, boolean starting, Instant now) {}

    static LeaseClaim decide(Optional<LeaseRecord> seen, Request request) {
        if (seen.isEmpty()) {
            Instant lease = request.inTime() ? request.until() : Instant.EPOCH;
            return new Write(OptionalLong.empty(), row(request, 1, request.until(), lease));
        }
        LeaseRecord last = seen.get();
        boolean mine = last.holder().equals(request.holder());
        if (!mine && last.reservedUntil().isAfter(request.now())) {
            return new HeldByAnother(last);
        }
        Instant reserved = mine ? later(last.reservedUntil(), request.until()) : request.until();
        Instant before = mine && !lapsedInStart(last, request) ? last.leaseUntil() : Instant.EPOCH;
        Instant lease = request.inTime() ? request.until() : before;
        return new Write(OptionalLong.of(last.epoch()), row(request, last.epoch() + 1, reserved, lease));
    }

    private static boolean lapsedInStart(LeaseRecord last, Request request) {
        return request.starting() && !last.leaseUntil().isAfter(request.now());
    }

    private static LeaseRecord row(Request request, long epoch, Instant reserved, Instant lease) {
        return new LeaseRecord(request.droplet(), epoch, request.holder(), reserved, lease, request.now());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
