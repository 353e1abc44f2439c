package emptyrecord.network.core;

import java.time.Duration;
import java.time.Instant;

/**
 * A zone has finished a change.
 *
 * @param change the change
 * @param zone the zone that has finished it
 * @param outcome of the work
 * @param at incident time
 */
public record Settled(NetworkChange change, Az zone, Outcome outcome, Instant at) {

    /** The outcome of the work. */
    public enum Outcome {
        /** The zone knows the change now. */
        USEFUL,
        /** The zone received an instance that was terminated meanwhile: wasted work. */
        WASTED,
        /** The remedy {@code nm.coalesce} left the task out. */
        SKIPPED
    }

    /** From the acceptance of the change until the zone knew it. */
    public Duration delay() {
        return Duration.between(change.at(), at);
    }
}
