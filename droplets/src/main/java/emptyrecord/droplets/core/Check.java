package emptyrecord.droplets.core;

import java.time.Instant;

/**
 * A state check (F50).
 *
 * @param leaseUntil how long the droplet is to obey the caller, incident time; in the past: the caller holds no lease
 */
public record Check(DropletId droplet, Claim claim, Instant leaseUntil, CheckDepth depth) {}
