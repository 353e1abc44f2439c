package emptyrecord.dwfm.core.limit;

import java.time.Duration;
import java.time.Instant;

/** How many attempts are let in within a time. */
public interface RateLimit {

    /** Takes a permission if there is one. A time before the last one counts as the last one. */
    boolean admits(Instant now);

    /** So many permissions with each cycle; what is left of the cycle before is lost. */
    record Rate(int permissions, Duration cycle) {}

    /** Makes limits; none begins with a permission. */
    @FunctionalInterface
    interface Maker {
        RateLimit make(Rate rate, Instant now);
    }
}
