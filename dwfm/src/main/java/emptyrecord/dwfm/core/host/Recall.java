package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.LeaseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a starting process interprets the rows that it reads from the lease table. A lease counts only if the table shows
 * that this host holds it now.
 *
 * <p>A row whose lease ran out before its last writing belongs to a process at work that had lost the lease and tried
 * to get it back (a process that still {@link StartUp started} leaves no such row, see {@link LeaseClaim}). If the
 * table has one, the host was killed at work: its lapsed droplets are still broken, and it continues (F53). If it has
 * none, the leases ran out because no process was there, and the host starts: droplets are put into service again,
 * which costs less, at the start's pace. So it does after a silence longer than a lease (our choice). Rows written by
 * this process itself do not count.
 *
 * @param coldAfter silence after which a start is always a start: the length of a lease, because until then one of the
 *     earlier process may still run
 */
public record Recall(Duration coldAfter) {

    /**
     * @param started when this process started
     * @return whether the host continues where it was killed, instead of starting
     */
    public boolean apply(List<LeaseRecord> rows, String holder, Instant started, Instant now, LeaseHost host) {
        List<LeaseRecord> own = rows.stream()
                .filter(row -> row.holder().equals(holder) && row.writtenAt().isBefore(started))
                .toList();
        boolean goesOn = own.stream().anyMatch(row -> lostAtWork(row, started.minus(coldAfter), now));
        if (goesOn) {
            host.goOn();
        }
        for (LeaseRecord row : own) {
            if (row.leaseUntil().isAfter(now)) {
                host.recallLease(row.droplet().slot(), row.leaseUntil());
            } else if (goesOn && inService(row)) {
                host.recallLapsed(row.droplet().slot());
            }
        }
        return goesOn;
    }

    private static boolean lostAtWork(LeaseRecord row, Instant since, Instant now) {
        boolean lapsed = !row.leaseUntil().isAfter(now);
        boolean writtenSince = !row.writtenAt().isBefore(row.leaseUntil());
        return inService(row) && lapsed && writtenSince && row.writtenAt().isAfter(since);
    }

    private static boolean inService(LeaseRecord row) {
        return row.leaseUntil().isAfter(Instant.EPOCH);
    }
}
