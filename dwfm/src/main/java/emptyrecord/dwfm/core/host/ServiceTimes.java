package emptyrecord.dwfm.core.host;

import java.time.Duration;

/** How long a piece of work takes: mostly the handshake with the droplet. */
@FunctionalInterface
public interface ServiceTimes {

    Duration draw(Duration mean);
}
