package emptyrecord.dwfm.core.call;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import java.time.Duration;

/**
 * How long a handshake may take before the worker gives it up. It is measured from the handshake's beginning: the time that the
 * work has waited in the queue does not count.
 *
 * @param most incident time
 */
public record TimeLimit(Duration most) {

    /** A deadline's length: what takes longer is late in any case. */
    public static TimeLimit of(LeaseParameters parameters) {
        return new TimeLimit(parameters.deadline());
    }

    /** @param takes what the handshake would take */
    public boolean cuts(Duration takes) {
        return takes.compareTo(most) > 0;
    }
}
