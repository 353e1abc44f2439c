package emptyrecord.nlb.client;

import emptyrecord.nlb.core.Effect;
import java.time.Instant;

/** Carries out checks. Waits as long as the check takes; callers bring a virtual thread. */
@FunctionalInterface
public interface Prober {

    /**
     * The result of a check: it passed, it failed, or it was never tried because the fabric itself could not be
     * reached.
     */
    enum Outcome {
        PASSED,
        FAILED,
        NOT_TRIED
    }

    /** @param plannedEnd on the incident time line, so that a checker's slot does not drift */
    record Result(Outcome outcome, Instant plannedEnd) {
        public boolean passed() {
            return outcome == Outcome.PASSED;
        }
    }

    Result probe(Effect.Check check) throws InterruptedException;
}
