package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import java.time.Instant;
import java.util.List;

/** The lease table as one host sees it. */
public interface LeaseTable extends AutoCloseable {

    /** What the table said. */
    sealed interface Answer {

        /** @param row with which the host goes to the droplet */
        record Granted(LeaseRecord row) implements Answer {}

        record Denied(CheckResult why) implements Answer {}
    }

    /** Writes the claim of a check or an attempt, or confirms the lease that a change needs; never throws for a refusal. */
    Answer claim(Assignment work);

    /**
     * Moves the leases of all members of a block in one transaction, on the condition that every row is as this host
     * wrote it last. All of them, or none.
     */
    CheckResult makeLeases(Work.BlockWrite block, Instant leaseUntil);

    /** @see DropletLink#readBack */
    List<LeaseRecord> readBack(int droplets);

    @Override
    void close();
}
