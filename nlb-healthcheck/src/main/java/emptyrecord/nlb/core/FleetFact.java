package emptyrecord.nlb.core;

import java.time.Instant;

/**
 * A line of the fleet's journal, from which a restart restores the fleet.
 *
 * @param kind the event
 * @param role of the instance
 * @param slot name of the node, target or checker
 * @param zone of the instance
 * @param instanceId the instance, or empty for {@link Kind#BROUGHT_UP}
 * @param until planned end of its life, on the incident time line
 */
public record FleetFact(Kind kind, Role role, String slot, String zone, String instanceId, Instant until) {

    /** The events of an instance of the fleet. */
    public enum Kind {
        /** It plays this slot. */
        LAUNCHED,
        /** It has passed a check. */
        PASSED,
        /** It has no slot any more and is to be terminated. */
        GONE,
        /** Its termination is accepted. */
        TERMINATED,
        /** All nodes have passed once. */
        BROUGHT_UP
    }
}
