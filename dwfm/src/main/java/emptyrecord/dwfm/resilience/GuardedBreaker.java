package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.call.Breaker;
import emptyrecord.kit.switchboard.Guard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A breaker that its guard switches on and off at any time. A call that it permitted is reported to it even if the guard went
 * off meanwhile, so no probe stays open; a call that began while it was off is not.
 *
 * @param clock incident time
 */
record GuardedBreaker(Guard guard, Breaker breaker, InstantSource clock) {

    /**
     * Calls or refuses.
     *
     * @param good whether the answer shows that the peer is well
     * @param refused the answer while the breaker is open
     */
    <T> T call(Supplier<T> call, Predicate<T> good, T refused) {
        if (!guard.on()) {
            return call.get();
        }
        if (!breaker.permits()) {
            guard.acted();
            return refused;
        }
        Instant began = clock.instant();
        boolean well = false;
        try {
            T answer = call.get();
            well = good.test(answer);
            return answer;
        } finally {
            breaker.ended(well, since(began));
        }
    }

    private Duration since(Instant began) {
        Duration took = Duration.between(began, clock.instant());
        return took.isNegative() ? Duration.ZERO : took;
    }
}
