package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How fast failover may take zones out of DNS. */
sealed interface Velocity {

    /** Whether one more zone may leave, when {@code out} are out and the last one left at {@code last}. */
    boolean allows(int out, Optional<Instant> last, Instant now);

    /** The night: every zone that looks bad leaves at once. */
    record Unlimited() implements Velocity {
        @Override
        public boolean allows(int out, Optional<Instant> last, Instant now) {
            return true;
        }
    }

    /** The remedy {@code nlb.velocity-control} (F81): one zone at a time, one removal per window. */
    record OneAtATime(Duration window) implements Velocity {
        @Override
        public boolean allows(int out, Optional<Instant> last, Instant now) {
            return out == 0 && last.map(at -> !at.plus(window).isAfter(now)).orElse(true);
        }
    }
}
