package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.fleet.Fleet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends on their droplets what launches have left there, or may have, and EC2 does not know. The table has them, so a
 * process that is killed leaves them to the next one. A droplet's slot is free, and its state known, once the table knows
 * that the attempt is settled.
 */
public final class Leftovers implements StoreWatcher {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private final Fleet fleet;
    private final InstanceStore store;

    /** Settled, and not recorded: at most one for each attempt in the table. */
    private final Queue<String> unnoted = new ConcurrentLinkedQueue<>();

    public Leftovers(Fleet fleet, InstanceStore store) {
        this.fleet = fleet;
        this.store = store;
        store.watch(this);
    }

    /** Takes over what an earlier process left; a launch that has begun since is its caller's. */
    public void start() {
        store.inherited().forEach(this::leftOver);
    }

    @Override
    public void leftOver(Attempt attempt) {
        fleet.undo(attempt.droplet(), attempt.onDroplet());
    }

    /** A host says that nothing of the launch is on its droplet. */
    public void undone(String launch) {
        try {
            store.settle(launch);
        } catch (RuntimeException e) {
            log.atDebug().setCause(e).addKeyValue("launch", launch).log("not settled in the table yet");
            unnoted.add(launch);
        }
    }

    /** Records what the table did not take, until it takes one not again. */
    public synchronized void noteAgain() {
        for (String launch = unnoted.peek(); launch != null; launch = unnoted.peek()) {
            try {
                store.settle(launch);
            } catch (RuntimeException e) {
                log.atDebug().setCause(e).addKeyValue("launch", launch).log("still not settled in the table");
                return;
            }
            unnoted.remove(launch);
        }
    }
}
