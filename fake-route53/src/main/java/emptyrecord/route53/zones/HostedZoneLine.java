package emptyrecord.route53.zones;

import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.ZoneProfile;
import java.time.Instant;
import java.util.Optional;

/**
 * A hosted zone that was made or deleted, or whose profile has changed.
 *
 * @param change whether GetChange knows it: not so for a profile, and after compaction
 * @param hostedZone empty when it was deleted
 */
record HostedZoneLine(long seq, Instant at, String zone, boolean change, Optional<Made> hostedZone)
        implements ZoneLine {

    /** The zone without its record sets. */
    record Made(String name, ZoneProfile profile) {}

    /** A zone as it is now, without its record sets. */
    static HostedZoneLine told(long seq, Instant at, ZoneData zone) {
        return new HostedZoneLine(seq, at, zone.id(), false, made(zone));
    }

    static Optional<Made> made(ZoneData zone) {
        return Optional.of(new Made(zone.apex().text(), zone.profile()));
    }

    @Override
    public boolean countsAsChange() {
        return change;
    }
}
