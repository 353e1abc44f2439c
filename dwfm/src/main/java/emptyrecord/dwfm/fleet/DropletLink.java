package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import java.util.List;

/** A host's access to the lease table. One per host, with its own resolver and connections. */
public interface DropletLink extends AutoCloseable {

    /** Carries out the table's part of the work; never throws for a refusal by the table. */
    CheckResult perform(Assignment work);

    /**
     * All rows of a host's droplets in the table.
     *
     * @throws IllegalStateException if the table cannot be read now
     */
    List<LeaseRecord> readBack(int droplets);

    @Override
    void close();
}
