package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.instances.Instance.Cause;
import emptyrecord.dwfm.instances.InstanceStore.Changed;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shutdowns and reboots from inside instances. The instance itself has begun one, whether EC2 can record it or not: while
 * the table cannot be written it waits here, one for each instance. A killed process forgets those that wait; an operating
 * system that halts has been promised nothing.
 */
final class GuestOrders {

    private static final Logger log = LoggerFactory.getLogger(GuestOrders.class);

    private final InstanceStore store;
    private final InstantSource clock;
    private final Map<String, Boolean> waiting = new LinkedHashMap<>();

    GuestOrders(InstanceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param reboot false for a shutdown
     * @return the instance before and after; only in memory if it {@link #waits}
     * @throws Ec2Exception if there is no such instance, or no operating system runs in it
     */
    Changed order(String id, boolean reboot) {
        try {
            return store.changeAll(List.of(id), i -> ordered(i, reboot)).getFirst();
        } catch (Ec2Exception e) {
            if (e.error() != Ec2Error.INTERNAL_ERROR) {
                throw e;
            }
            return waiting(id, reboot);
        }
    }

    private synchronized Changed waiting(String id, boolean reboot) {
        Instance before = store.remembered(id).orElseThrow(() -> Ec2Exception.unknown(List.of(id)));
        Instance after = ordered(before, reboot);
        waiting.put(id, reboot);
        return new Changed(before, after);
    }

    private Instance ordered(Instance i, boolean reboot) {
        if (i.state() != Instance.State.RUNNING) {
            throw Ec2Exception.wrongState(
                    "Nothing runs inside '" + i.id() + "': it is " + i.state().word() + ".");
        }
        Order end = i.kind().endsOnShutdown() ? Order.TERMINATE : Order.STOP;
        return (reboot ? Order.REBOOT : end).orderedBy(Cause.GUEST, i, clock.instant());
    }

    synchronized boolean waits(String id) {
        return waiting.containsKey(id);
    }

    /** @throws Ec2Exception if an order of this instance is not in the table yet: then nothing can follow it there */
    void refuseWhileWaiting(String id) {
        if (waits(id)) {
            throw new Ec2Exception(Ec2Error.INTERNAL_ERROR, "the order of " + id + " from inside is not recorded yet");
        }
    }

    /**
     * Writes those that wait into the table. Others may come and be asked for meanwhile.
     *
     * @return whether none of them is left
     */
    boolean noteAgain() {
        try {
            waitingNow().forEach((id, reboot) -> {
                note(id, reboot);
                noted(id, reboot);
            });
            return true;
        } catch (Ec2Exception e) {
            log.atDebug().setCause(e).log("orders from inside wait for the table");
            return false;
        }
    }

    private synchronized Map<String, Boolean> waitingNow() {
        return new LinkedHashMap<>(waiting);
    }

    /** Another order that has come meanwhile waits on. */
    private synchronized void noted(String id, boolean reboot) {
        waiting.remove(id, reboot);
    }

    /** EC2 may have learned of another order since; then this one changes nothing. */
    private void note(String id, boolean reboot) {
        var unused = store.change(id, i -> i.state() == Instance.State.RUNNING ? ordered(i, reboot) : i);
    }
}
