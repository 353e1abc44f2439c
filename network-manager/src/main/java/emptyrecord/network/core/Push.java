package emptyrecord.network.core;

import java.time.Instant;
import java.util.Comparator;

/**
 * A push under way.
 *
 * @param task that is pushed to the zone
 * @param plannedEnd incident time; the pusher's next push starts then, however late the thread wakes, so nothing drifts
 */
record Push(NetworkChange task, Instant plannedEnd) {

    static final Comparator<Push> EARLIEST_FIRST = Comparator.comparing(Push::plannedEnd)
            .thenComparingLong(p -> p.task().number());
}
