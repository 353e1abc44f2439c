package emptyrecord.dwfm.core.lease;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a holder may write to the lease table, given what it has seen there: nothing while another holder's reservation runs,
 * else the next epoch on the condition that the table still has the epoch seen. Two holders can so never both hold a lease.
 *
 * <p>A write goes out before it is known whether the handshake ends in time; one that will come late keeps others away but
 * moves no lease, so a process that starts anew cannot read a discarded result back as a lease. While the host starts, it also
 * takes a lapsed lease out of the row: a lapsed one that stays there was lost in service ({@code Recall}).
 */
public sealed interface LeaseClaim {

    /** @param known epoch that the table must still have; empty: the table must have no row */
    record Write(OptionalLong known, LeaseRecord next) implements LeaseClaim {}

    record HeldByAnother(LeaseRecord seen) implements LeaseClaim {}

    /**
     * @param until how long the lease is to last
     * @param inTime the work is planned to end before its deadline
     * @param starting the host has not once held all its droplets yet
     */
    record Wish(DropletId droplet, String holder, Instant until, boolean inTime, boolean starting, Instant now) {}

    static LeaseClaim decide(Optional<LeaseRecord> seen, Wish wish) {
        if (seen.isEmpty()) {
            Instant lease = wish.inTime() ? wish.until() : Instant.EPOCH;
            return new Write(OptionalLong.empty(), row(wish, 1, wish.until(), lease));
        }
        LeaseRecord last = seen.get();
        boolean mine = last.holder().equals(wish.holder());
        if (!mine && last.reservedUntil().isAfter(wish.now())) {
            return new HeldByAnother(last);
        }
        Instant reserved = mine ? later(last.reservedUntil(), wish.until()) : wish.until();
        Instant before = mine && !lapsedInStart(last, wish) ? last.leaseUntil() : Instant.EPOCH;
        Instant lease = wish.inTime() ? wish.until() : before;
        return new Write(OptionalLong.of(last.epoch()), row(wish, last.epoch() + 1, reserved, lease));
    }

    private static boolean lapsedInStart(LeaseRecord last, Wish wish) {
        return wish.starting() && !last.leaseUntil().isAfter(wish.now());
    }

    private static LeaseRecord row(Wish wish, long epoch, Instant reserved, Instant lease) {
        return new LeaseRecord(wish.droplet(), epoch, wish.holder(), reserved, lease, wish.now());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
