package emptyrecord.api.common;

import java.time.Instant;
import java.util.Set;

/**
 * The start options of a service, as {@code GET /region} shows them; the same at every service of a region.
 *
 * @param speed incident seconds per real second
 * @param seed of all randomness in the region
 * @param origin the moment at which incident time and wall time agree
 * @param guards on at the start, also those that other services have
 */
public record RegionView(double speed, long seed, Instant origin, Set<String> guards) {}
