package emptyrecord.network.core;

import java.time.Duration;
import java.time.Instant;

/**
 * A zone is done with a change.
 *
 * @param change the change
 * @param zone the zone that is done with it
 * @param outcome what the work was worth
 * @param at incident time
 */
public record Settled(NetworkChange change, Az zone, Outcome outcome, Instant at) {

    /** What the work was worth. */
    public enum Outcome {
        /** The zone knows the change now. */
        USEFUL,
        /** The zone learnt of an instance that was terminated meanwhile: work for nothing. */
        WASTED,
        /** The remedy {@code nm.coalesce} left the task out. */
        SKIPPED
    }

    /** From the acceptance of the change until the zone knew it. */
    public Duration delay() {
        return Duration.between(change.at(), at);
    }
}
