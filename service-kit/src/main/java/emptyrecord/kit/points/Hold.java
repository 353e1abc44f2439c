package emptyrecord.kit.points;

import java.time.Instant;
import java.util.Optional;

/**
 * A hold on a point.
 *
 * @param target only this one is held; empty for all
 * @param until end of the lease, wall time
 */
public record Hold(Optional<String> target, Instant until) {

    boolean isFor(String who) {
        return target.isEmpty() || target.get().equals(who);
    }
}
