package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.LeaseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a process that starts makes of the rows it reads back from the lease table. A lease counts only if the table says that
 * this host holds it now.
 *
 * <p>A row whose lease ran out before its last writing is one that a process at work had lost and tried to get back (a process
 * that still {@link StartUp started} leaves no such row, see {@link LeaseClaim}). With one of them in the table the host was
 * broken off at work: its lapsed droplets are broken, as they were, and it goes on (F53). Without, its leases ran out because
 * no process was there, and it starts: droplets are put into service again, which costs less, at the start's pace. So too after a
 * silence longer than any lease (our choice). What this process has written itself meanwhile says nothing about an earlier one.
 *
 * @param coldAfter silence after which a start is a start in any case
 */
public record Recall(Duration coldAfter) {

    /**
     * @param started when this process started
     * @return whether the host goes on where it was broken off, instead of starting
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
