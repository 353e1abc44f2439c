package emptyrecord.enactor.telemetry;

import emptyrecord.api.event.EventId;
import java.util.EnumMap;
import java.util.Map;

/**
 * Route 53's ids of the batches that no event has recorded yet. One event records all batches of an endpoint: the
 * lock's, the build's and its own. Their order is the order in which Route 53 accepted them, over all enactors.
 */
public final class ChangeIds {

    private final Map<EventId, String> untold = new EnumMap<>(EventId.class);

    synchronized void begin(String changeId) {
        untold.clear();
        note(EventId.LOCK_CHANGE, changeId);
    }

    synchronized void note(EventId name, String changeId) {
        if (!changeId.isEmpty()) {
            untold.put(name, changeId);
        }
    }

    synchronized Map<EventId, String> take() {
        Map<EventId, String> taken = new EnumMap<>(untold);
        untold.clear();
        return taken;
    }
}
