package emptyrecord.network.core;

import java.util.Optional;

/**
 * A reported change, not yet accepted.
 *
 * @param instance whose state changed
 * @param az the zone it runs in; optional for a termination
 * @param change of the instance
 * @param placement how often it was placed, from 1
 */
public record Report(InstanceId instance, Optional<Az> az, Change change, int placement) {

    public Report {
        if (placement < 1) {
            throw new IllegalArgumentException("\"placement\" counts from 1");
        }
        if (change == Change.LAUNCHED && az.isEmpty()) {
            throw new IllegalArgumentException("a launch needs \"az\", the zone the instance runs in");
        }
    }
}
