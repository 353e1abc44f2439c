package emptyrecord.droplets.core;

import java.time.Duration;

/** How long a droplet looks at its hardware, incident time. */
@FunctionalInterface
public interface LookTimes {

    Duration draw(DropletId droplet, CheckDepth depth);

    static Duration times(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
