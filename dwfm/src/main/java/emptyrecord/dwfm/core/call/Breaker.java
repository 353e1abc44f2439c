package emptyrecord.dwfm.core.call;

import java.time.Duration;

/** Stops calls to a peer that fails, and finds out when it is well again. */
public interface Breaker {

    /** Whether a call may be made now. Each permitted call must be reported by {@link #ended}. */
    boolean permits();

    /**
     * A permitted call is over.
     *
     * @param good the peer answered, whatever it said
     * @param took incident time
     */
    void ended(boolean good, Duration took);
}
