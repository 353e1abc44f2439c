package emptyrecord.nlb.core;

import java.time.Duration;

/**
 * The numbers of the checking subsystem, all durations in incident time. AWS published none of them, so all are our
 * choice, found by search so that the timing of the night comes out right.
 *
 * @param checks of one check and of a node's loop
 * @param checkers of the fleet of checkers
 * @param failover of the removal of whole Availability Zones
 * @param fleet of launches, lives and replacements
 */
public record CheckingRules(Checks checks, Checkers checkers, Failover failover, Fleet fleet) {

    /**
     * One check and a node's loop.
     *
     * @param every from a node's result to its next check, give or take {@code spread}
     * @param spread share, for example 0.1
     * @param checkTime duration of an answered check
     * @param timeOut duration of a check that nothing answers
     * @param lateAfter a result older than this is late
     * @param failuresToFail failures in a row that take a node out of DNS; the night's 1
     * @param successesToPass successes in a row that bring it back; the night's 1
     * @param verifications checks that a change of verdict queues besides the loop: the amplifier (F71)
     */
    public record Checks(
            Duration every,
            double spread,
            Duration checkTime,
            Duration timeOut,
            Duration lateAfter,
            int failuresToFail,
            int successesToPass,
            int verifications) {}

    /**
     * The fleet of checkers.
     *
     * @param count their normal number
     * @param meanLife until one retires and is replaced; lives are exponential
     * @param scaleEvery how often the size of the fleet is decided again
     * @param scaleStep how many are added at a time
     * @param scaleUpAge mean result age, in loops, above which the fleet grows
     * @param scaleDownAge mean result age, in loops, below which it shrinks
     * @param maxFactor the fleet never grows beyond this many times {@code count}
     * @param replaceUnreachableEvery see {@link ReplaceUnreachable}
     * @param replaceUnreachableAfter time in service before which the rule leaves a checker alone
     */
    public record Checkers(
            int count,
            Duration meanLife,
            Duration scaleEvery,
            int scaleStep,
            double scaleUpAge,
            double scaleDownAge,
            int maxFactor,
            Duration replaceUnreachableEvery,
            Duration replaceUnreachableAfter) {}

    /**
     * Removal of whole zones.
     *
     * @param every how often it is decided again
     * @param threshold share of a zone's nodes, failing or late, above which the zone leaves DNS
     * @param distrustShare of all nodes: above it the guard {@code nlb.fail-open} stops believing the checks
     * @param velocityWindow the guard {@code nlb.velocity-control} allows one removal in it (F81)
     */
    public record Failover(Duration every, double threshold, double distrustShare, Duration velocityWindow) {}

    /**
     * Launches, lives and replacements.
     *
     * @param replaceAfter a node that fails for longer is replaced
     * @param replacementsMax such replacements at a time
     * @param nodeLife until a node fails by itself
     * @param boot from launch to service
     * @param retryMin shortest wait after a refused launch or termination
     * @param retryMax longest wait
     * @param bringUpPace from one launch to the next while the fleet is brought up
     * @param warmUpEvery how often the guard {@code nlb.warm-up} asks whether a new instance is ready
     */
    public record Fleet(
            Duration replaceAfter,
            int replacementsMax,
            Duration nodeLife,
            Duration boot,
            Duration retryMin,
            Duration retryMax,
            Duration bringUpPace,
            Duration warmUpEvery) {}
}
