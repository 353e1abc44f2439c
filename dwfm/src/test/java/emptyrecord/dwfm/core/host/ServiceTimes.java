package emptyrecord.dwfm.core.host;

import java.time.Duration;

/** How long a droplet takes for a handshake. */
@FunctionalInterface
interface ServiceTimes {

    Duration draw(Duration mean);
}
