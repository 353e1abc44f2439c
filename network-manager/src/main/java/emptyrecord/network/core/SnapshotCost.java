package emptyrecord.network.core;

import java.time.Duration;

/**
 * The night: a push carries a snapshot of everything that is pending in the zone, so the longer the queue, the slower
 * it drains: {@code base * min(growthMax, 1 + queued / backlogUnit)}. AWS has not published whether work per item grew
 * with the queue; the form and its numbers are our choice. The ceiling keeps it a backlog, not a collapse (F60).
 *
 * @param base cost with an empty queue
 * @param backlogUnit queue length at which the cost has doubled
 * @param growthMax largest growth
 */
public record SnapshotCost(Duration base, double backlogUnit, double growthMax) implements PushCost {

    @Override
    public Duration of(int queued) {
        return PushCost.times(base, Math.min(growthMax, 1 + queued / backlogUnit));
    }
}
