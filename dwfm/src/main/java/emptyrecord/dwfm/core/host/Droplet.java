package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.retry.LastAttempt;
import java.time.Instant;

/** A host's knowledge of one of its droplets. */
final class Droplet {

    final DropletId id;

    /** Until when the host holds the lease, according to its own last successful check. */
    Instant leasedUntil = Instant.MIN;

    /** The host has noticed that the lease lapsed and works on a new one. */
    boolean broken;

    /** False until the droplet had a lease, or the lease table shows that it had one. */
    boolean commissioned;

    /** The last try to get a lease. */
    final LastAttempt attempt = new LastAttempt();

    /** While the host starts: its turn for a check or a first lease has not come yet. */
    boolean due;

    /** While the host starts: work for it is in the queue or in flight at the start's pace. */
    boolean paced;

    /** While the host starts: the tick that its turn belongs to. */
    Instant tickedAt = Instant.MIN;

    int tries;

    /** Incarnation of the host whose retry loop runs for this droplet; 0: none. */
    long loopOf;

    Droplet(DropletId id) {
        this.id = id;
    }

    boolean holds(Instant now) {
        return leasedUntil.isAfter(now);
    }

    void leased(Instant until) {
        leasedUntil = until;
        broken = false;
        commissioned = true;
        tries = 0;
    }

    /** The state that a restart of the host's process clears; the lease is kept (dynamics B7). */
    void forgetWork() {
        attempt.over();
        due = false;
        paced = false;
        tries = 0;
        loopOf = 0;
    }
}
