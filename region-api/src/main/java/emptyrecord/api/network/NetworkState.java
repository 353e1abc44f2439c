package emptyrecord.api.network;

import emptyrecord.api.json.Absent;
import java.util.List;

/**
 * The Network Manager, as {@code GET /state} shows it.
 *
 * @param queues one for each zone
 * @param propagationDelaySeconds incident seconds until a change that is reported now is known in the slowest zone
 * @param pushesWasted pushes that changed nothing
 * @param instances how many are known
 */
public record NetworkState(List<Queue> queues, double propagationDelaySeconds, long pushesWasted, int instances) {

    public NetworkState {
        queues = Absent.toEmpty(queues);
    }

    /**
     * A zone's queue of network states.
     *
     * @param oldestSeconds incident seconds that the oldest entry has waited
     * @param medianDelaySeconds incident seconds, recently
     * @param pushed since the start
     */
    public record Queue(String az, int length, double oldestSeconds, double medianDelaySeconds, long pushed) {}
}
