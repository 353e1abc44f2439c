package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;

/** The agents of a host's droplets. */
public interface Agents extends AutoCloseable {

    /**
     * Asks a droplet for its state, or to carry out a change, and waits for its answer.
     *
     * @param row of the lease table that entitles the host
     */
    CheckResult ask(Assignment work, LeaseRecord row);

    @Override
    void close();
}
