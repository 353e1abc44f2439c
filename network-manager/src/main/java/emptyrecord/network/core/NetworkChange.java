package emptyrecord.network.core;

import java.time.Instant;

/**
 * An accepted change.
 *
 * @param number order of acceptance, which is the order in every zone's queue
 * @param instance whose state changed
 * @param home the zone in which the instance runs
 * @param change of the instance
 * @param placement how often the instance was placed on a droplet, from 1
 * @param at when it was accepted, incident time
 */
public record NetworkChange(long number, InstanceId instance, Az home, Change change, int placement, Instant at) {}
