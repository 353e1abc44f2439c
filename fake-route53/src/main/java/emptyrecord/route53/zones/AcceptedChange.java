package emptyrecord.route53.zones;

import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import java.time.Instant;
import java.util.Optional;

/**
 * An accepted change on its way to the DNS servers.
 *
 * @param seq number of the change, counted over all zones
 * @param accepted incident time
 * @param zoneId id of the zone
 * @param zone the zone with the change; empty when it was deleted
 * @param room that it took while it waits, see {@link Publication#reserve}
 */
record AcceptedChange(long seq, Instant accepted, String zoneId, Optional<ZoneData> zone, int room) {

    Zones applyTo(Zones zones) {
        return zone.map(zones::with).orElseGet(() -> zones.without(zoneId));
    }
}
