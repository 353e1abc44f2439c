package emptyrecord.network.core;

import java.time.Duration;

/** How long one push to a zone takes, before its random spread. */
@FunctionalInterface
public interface PushCost {

    /** @param queued tasks that wait behind this one when the push starts */
    Duration of(int queued);

    /** {@code base * factor}, fractions of a second kept. */
    static Duration times(Duration base, double factor) {
        return Duration.ofNanos(Math.round(base.toNanos() * factor));
    }
}
