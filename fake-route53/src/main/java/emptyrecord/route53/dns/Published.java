package emptyrecord.route53.dns;

import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.Zones;
import org.jspecify.annotations.Nullable;

/** What DNS answers from, for the time of one answer. */
record Published(Zones zones, Health health) {

    /** Whether both are the very same objects, which never change. */
    boolean isSame(@Nullable Published other) {
        return other != null && zones == other.zones && health == other.health;
    }
}
