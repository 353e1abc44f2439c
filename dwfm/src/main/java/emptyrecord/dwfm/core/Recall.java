package emptyrecord.dwfm.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a process that starts makes of the rows it reads back from the lease table. A lease counts only if the table says that
 * this host holds it now. A host that wrote shortly before is one that crashed: its lapsed droplets are broken, as they were.
 * One that was silent for longer is put into service anew, which costs less (our choice). What this process has
 * written itself meanwhile says nothing about an earlier one.
 *
 * @param coldAfter silence after which a start is a new start
 */
public record Recall(Duration coldAfter) {

    /** @param started when this process started */
    public void apply(List<LeaseRecord> rows, String holder, Instant started, Instant now, LeaseHost host) {
        List<LeaseRecord> own = rows.stream()
                .filter(row -> row.holder().equals(holder) && row.writtenAt().isBefore(started))
                .toList();
        Instant last =
                own.stream().map(LeaseRecord::writtenAt).max(Instant::compareTo).orElse(Instant.EPOCH);
        boolean crashed = last.plus(coldAfter).isAfter(started);
        for (LeaseRecord row : own) {
            if (row.leaseUntil().isAfter(now)) {
                host.recallLease(row.droplet().slot(), row.leaseUntil());
            } else if (crashed) {
                host.recallLapsed(row.droplet().slot());
            }
        }
    }
}
