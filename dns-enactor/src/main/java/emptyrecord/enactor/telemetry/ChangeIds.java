package emptyrecord.enactor.telemetry;

import java.util.Map;
import java.util.TreeMap;

/**
 * Route 53's ids of the batches that no event has told yet. One event tells all batches of an endpoint: the lock's, the
 * build's and its own. Their order is the order in which Route 53 accepted them, over all enactors.
 */
public final class ChangeIds {

    /** Names in an event's ids. */
    public static final String LOCK = "lockChange";

    public static final String BUILD = "buildChange";
    public static final String OWN = "change";

    private final Map<String, String> untold = new TreeMap<>();

    synchronized void begin(String changeId) {
        untold.clear();
        note(LOCK, changeId);
    }

    synchronized void note(String name, String changeId) {
        if (!changeId.isEmpty()) {
            untold.put(name, changeId);
        }
    }

    synchronized Map<String, String> take() {
        Map<String, String> taken = new TreeMap<>(untold);
        untold.clear();
        return taken;
    }
}
