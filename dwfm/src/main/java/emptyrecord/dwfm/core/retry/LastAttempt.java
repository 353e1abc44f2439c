package emptyrecord.dwfm.core.retry;

import java.time.Instant;

/** The last attempt to get a droplet's lease back. */
public final class LastAttempt {

    private long number;
    private boolean queued;
    private boolean taken;
    private Instant deadline = Instant.MIN;

    /** A new attempt waits in the queue. */
    public void queued(long attempt, Instant until) {
        number = attempt;
        queued = true;
        taken = false;
        deadline = until;
    }

    public boolean is(long attempt) {
        return number == attempt;
    }

    /** A worker has taken it. */
    public void taken() {
        taken = true;
    }

    /** It neither waits nor is in progress any more. */
    public void over() {
        queued = false;
        taken = false;
    }

    public void refresh(Instant until) {
        deadline = until;
    }

    /** It waits or is in progress. */
    public boolean underWay() {
        return queued;
    }

    /** It waits, and no worker has taken it. */
    public boolean waiting() {
        return queued && !taken;
    }

    public Instant deadline() {
        return deadline;
    }
}
