package emptyrecord.network.core;

import java.time.Duration;

/**
 * The remedy {@code nm.delta-push}: a push carries its own change only, so its cost does not depend on the queue.
 *
 * @param base cost of a push
 */
public record DeltaCost(Duration base) implements PushCost {

    @Override
    public Duration of(int queued) {
        return base;
    }
}
