package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import java.util.List;

/** A host's way to the lease table. One per host, with a resolver and connections of its own. */
public interface DropletLink extends AutoCloseable {

    /** Carries out the table's part of the work; never throws for what the table says. */
    CheckResult perform(Assignment work);

    /**
     * All rows of a host's droplets that the table has.
     *
     * @throws IllegalStateException if the table cannot be read now
     */
    List<LeaseRecord> readBack(int droplets);

    @Override
    void close();
}
