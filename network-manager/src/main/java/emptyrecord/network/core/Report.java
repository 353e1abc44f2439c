package emptyrecord.network.core;

import java.util.Optional;

/**
 * A reported change, not yet accepted.
 *
 * @param instance whose state changed
 * @param az the zone it runs in; optional for a termination
 * @param change of the instance
 */
public record Report(InstanceId instance, Optional<Az> az, Change change) {

    public Report {
        if (change == Change.LAUNCHED && az.isEmpty()) {
            throw new IllegalArgumentException("a launch needs \"az\", the zone the instance runs in");
        }
    }
}
