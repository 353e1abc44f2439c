package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.limit.CycleLimit;
import emptyrecord.dwfm.core.limit.RateLimit;
import emptyrecord.dwfm.core.queue.Admission;
import emptyrecord.dwfm.core.retry.RetryDelay;
import java.time.Duration;
import java.time.Instant;

/**
 * The parts of a host's remedies that a library has too. The service takes the library's, simulations the pure ones; both
 * decide the same.
 */
public interface Parts {

    /** The siblings that know no library. */
    Parts PURE = new Parts() {
        @Override
        public RateLimit rateLimit(RateLimit.Rate rate, Instant now) {
            return new CycleLimit(rate, now);
        }

        @Override
        public Admission admission(int below) {
            return new Admission.Below(below);
        }

        @Override
        public RetryDelay backOff(Duration cap) {
            return new RetryDelay.FullJitter(cap);
        }
    };

    RateLimit rateLimit(RateLimit.Rate rate, Instant now);

    /** @param below length of the queue up to which attempts are admitted */
    Admission admission(int below);

    /** @param cap longest back-off */
    RetryDelay backOff(Duration cap);
}
