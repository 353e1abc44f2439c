package emptyrecord.night.catalogue;

import static emptyrecord.night.catalogue.Threshold.given;
import static emptyrecord.night.catalogue.Threshold.ours;

/**
 * The thresholds with which milestones, phases, alarms, the steady state, the operators and the page compare
 * measurements. Each is here once; a number that only one of them uses is next to its use. None is fitted: the fitted
 * numbers are the playbook's rates.
 */
public final class Thresholds {

    // Leases: shares of all droplets.

    /** Value of {@link #LEASES_ALL}, as a constant for a setting's default. */
    public static final double LEASES_ALL_SHARE = .995;

    /** From here on practically all leases are held: a steady region, and the end of the operators' repair. */
    public static final Threshold LEASES_ALL = ours(LEASES_ALL_SHARE, "share of droplets");

    /** From here on leases count as held: milestone, phase and page. */
    public static final Threshold LEASES_HELD = ours(.95, "share of droplets");

    /** Under this share an alarm says that leases are lost. */
    public static final Threshold LEASES_MOST = ours(.9, "share of droplets");

    public static final Threshold LEASES_HALF = ours(.5, "share of droplets");

    /** Under this share the phase is a collapse, whether the name answers or not. */
    public static final Threshold LEASES_COLLAPSED = ours(.3, "share of droplets");

    /** Under this share leases stay lost while DynamoDB is healthy. */
    public static final Threshold LEASES_STAY_LOST = ours(.2, "share of droplets");

    public static final Threshold LEASES_NEARLY_NONE = ours(.1, "share of droplets");

    // DWFM's work.

    /** Under this share of what its workers can do, DWFM makes no forward progress. */
    public static final Threshold GOODPUT_NONE = ours(.1, "share of DWFM's capacity");

    /** Under this share of the attempts worked, an alarm says that goodput has collapsed. */
    public static final Threshold GOODPUT_COLLAPSED = ours(.25, "leases made by attempt worked");

    /** Under this share most of the work in the queue is for attempts that have expired. */
    public static final Threshold WORK_USEFUL = ours(.5, "leases made by attempt worked");

    /** With fewer attempts the share of useful ones proves nothing. */
    public static final Threshold WORK_COUNTED = ours(1, "attempts an incident minute");

    /** An attempt is worked in vain when it waited longer (F11): DWFM's attempt time-out of the night. */
    public static final Threshold QUEUE_DEADLINE = given(1.5, "incident minutes");

    // Network state.

    /** Propagation that people begin to notice: no steady state, no normal delay. */
    public static final Threshold DELAY_NOTICED = ours(1, "incident minutes");

    /** Propagation so late that instances start without a network (F16). */
    public static final Threshold DELAY_LATE = ours(10, "incident minutes");

    // Canaries: shares of the tries that worked in the last 5 incident minutes.

    /** From here on customers are well. */
    public static final Threshold CANARY_GREEN = ours(.9, "share of tries");

    /** Under this share customers see an outage. */
    public static final Threshold CANARY_RED = ours(.5, "share of tries");

    /** The share that burns a month's error budget of 1 % in two days: 14.4 times as fast as it may. */
    public static final Threshold CANARY_BURNS = ours(14.4 * .01, "share of tries that failed");

    /** Fewer tries in an hour prove no burn. */
    public static final Threshold CANARY_COUNTED = ours(8, "tries");

    // Customers' connections and launches.

    /** Above this share customers see connection errors, and the load balancer lacks capacity. */
    public static final Threshold CONNECTIONS_FAIL = ours(.05, "share of connections");

    /** Fewer connections in a window prove nothing. */
    public static final Threshold CONNECTIONS_COUNTED = ours(20, "connections");

    /** Above this share launches are normal. */
    public static final Threshold LAUNCHES_WORK = ours(.95, "share of launches");

    /** Fewer launches prove nothing. */
    public static final Threshold LAUNCHES_COUNTED = ours(10, "launches");

    /** Above this share of refusals for want of capacity, nearly nothing can be launched. */
    public static final Threshold LAUNCHES_NO_CAPACITY = ours(.8, "share of launches");

    // The load balancer.

    /** Mean age of health-check results from which on they come late. */
    public static final Threshold RESULTS_LATE = ours(108, "incident seconds");

    /** Nodes in DNS on a steady day: one of two dozen may be in replacement. */
    public static final Threshold NODES_STEADY = ours(.95, "share of nodes");

    /** Healthy capacity from which on the page does not mention it. */
    public static final Threshold CAPACITY_GOOD = ours(.9, "share of capacity");

    /** Two of three zones carry the load; under that, connections fail (F71). */
    public static final Threshold CAPACITY_ENOUGH = ours(.67, "share of capacity");

    /** Under this capacity the operators conclude that health checks misbehave. */
    public static final Threshold CAPACITY_FULL = ours(.95, "share of capacity");

    /** Above this share of failed checks the operators conclude that health checks misbehave. */
    public static final Threshold CHECKS_FAIL = ours(.02, "share of checks");

    // DNS automation.

    /** This many losses of one lock in a row do not come from two enactors that merely meet at it. */
    public static final Threshold LOCK_LOSSES = ours(5, "losses in a row");

    /** Beyond this age the next clean-up deletes a plan: the enactors' clean-up age. */
    public static final Threshold PLAN_CLEANED_UP = ours(8, "generations");

    private Thresholds() {}
}
