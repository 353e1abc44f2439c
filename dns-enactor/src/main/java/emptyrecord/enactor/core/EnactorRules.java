package emptyrecord.enactor.core;

import java.time.Duration;

/**
 * The numbers an enactor works by, all in incident time; AWS published none of them.
 *
 * @param name the holder's name in the lock
 * @param checkedEndpoint whose active plan the freshness check reads
 * @param pace how it waits
 * @param lockFor how long a won lock holds unless it is freed before
 * @param cleanUp what is deleted
 */
public record EnactorRules(String name, String checkedEndpoint, Pace pace, Duration lockFor, CleanUp cleanUp) {

    /**
     * @param poll mean time between two looks at the planner
     * @param afterRefusal the same after a pass in which an endpoint was not applied
     * @param backOff wait after the first lost lock; it doubles with each further one, without a cap
     * @param change mean time before a build and before a flip: the latency of AWS's own API
     * @param cleanUp mean time before a clean-up's list and before each of its deletes
     */
    public record Pace(Duration poll, Duration afterRefusal, Duration backOff, Duration change, Duration cleanUp) {}

    /**
     * @param age generations behind the applied plan from which on a tree is deleted
     * @param treesMax most trees of one zone that one clean-up deletes
     */
    public record CleanUp(long age, int treesMax) {}

    Duration backOffAfter(int lostLocks) {
        return pace.backOff().multipliedBy(1L << Math.min(lostLocks - 1, 40));
    }
}
