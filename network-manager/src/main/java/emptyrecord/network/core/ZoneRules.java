package emptyrecord.network.core;

import emptyrecord.kit.kernel.Remedy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The rules of a zone's queue.
 *
 * @param zone the zone
 * @param cost of a push
 * @param choice of the tasks that are worth a push
 * @param spread each push takes the cost times U(1 - spread, 1 + spread)
 * @param delayWindow over which the median delay is taken
 * @param chance the zone's own random source, seeded
 */
public record ZoneRules(
        Az zone,
        PushCost cost,
        Remedy<TaskChoice> choice,
        double spread,
        Duration delayWindow,
        RandomGenerator chance) {

    Duration draw(int queued) {
        double factor = spread == 0 ? 1 : chance.nextDouble(1 - spread, 1 + spread);
        return PushCost.times(cost.of(queued), factor);
    }
}
