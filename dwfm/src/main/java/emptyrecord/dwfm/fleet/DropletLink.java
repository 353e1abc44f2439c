package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import java.util.List;

/** A host's access to lease table and droplets. One per host, with its own resolver and connections. */
public interface DropletLink extends AutoCloseable {

    /** Carries out the work and returns when it is done; never throws for a refusal by table or droplet. */
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
