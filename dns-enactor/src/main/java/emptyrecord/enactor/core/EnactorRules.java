package emptyrecord.enactor.core;

import java.time.Duration;

/**
 * An enactor's parameters, all in incident time; AWS published none of them.
 *
 * @param name the holder's name in the lock
 * @param checkedEndpoint whose active plan the freshness check reads
 * @param pace its waits
 * @param lockFor how long a won lock holds unless it is freed before
 * @param cleanUp the limits of its clean-ups
 * @param batch the limits of one batch
 */
public record EnactorRules(
        String name, String checkedEndpoint, Pace pace, Duration lockFor, CleanUp cleanUp, BatchLimits batch) {

    /** With Route 53's own limits. */
    public EnactorRules(String name, String checkedEndpoint, Pace pace, Duration lockFor, CleanUp cleanUp) {
        this(name, checkedEndpoint, pace, lockFor, cleanUp, BatchLimits.ROUTE53);
    }

    /**
     * @param poll mean time between two requests to the planner
     * @param afterRefusal the same after a pass in which an endpoint was not applied
     * @param backOff wait after the first lost lock; it doubles with each further one, without a cap
     * @param change mean time before each batch of a build and before a flip: the latency of AWS's own API
     * @param cleanUp mean time before a clean-up's list and before each batch of its deletes
     */
    public record Pace(Duration poll, Duration afterRefusal, Duration backOff, Duration change, Duration cleanUp) {}

    /**
     * @param age a tree is deleted from so many generations behind the applied plan on
     * @param treesMax most trees of one zone that one clean-up deletes
     */
    public record CleanUp(long age, int treesMax) {}

    Duration backOffAfter(int lostLocks) {
        return pace.backOff().multipliedBy(1L << Math.min(lostLocks - 1, 40));
    }
}
