package emptyrecord.network.core;

import java.time.Duration;

/**
 * A zone's queue at a moment.
 *
 * @param length waiting tasks, those under way not counted
 * @param length tasks that wait, those under way not counted
 * @param oldest how long the head has waited, incident time
 * @param medianDelay of the pushes in the last minutes, incident time
 * @param pushed pushes done since the process started
 * @param wasted of these, pushes of instances that had ended
 */
public record QueueState(Az az, int length, Duration oldest, Duration medianDelay, long pushed, long wasted) {

    /** The propagation delay: the longer of the oldest wait and the median. */
    public Duration delay() {
        return oldest.compareTo(medianDelay) > 0 ? oldest : medianDelay;
    }
}
