package emptyrecord.route53.zones;

import emptyrecord.route53.core.ZoneData;
import java.time.Instant;

/**
 * An accepted batch on its way to the DNS servers.
 *
 * @param seq number of the change, counted over all zones
 * @param accepted incident time
 * @param zone the zone with the batch
 * @param room that it took while it waits, see {@link Publication#reserve}
 */
record AcceptedChange(long seq, Instant accepted, ZoneData zone, int room) {}
