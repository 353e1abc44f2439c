package emptyrecord.dwfm.instances;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How EC2's front end begins: it reads the table of instances as soon as that can be read, and takes over what an earlier
 * process left. Until then it refuses every request. Afterwards it records what the table did not take before.
 */
public final class FrontEndStart {

    private static final Logger log = LoggerFactory.getLogger(FrontEndStart.class);

    private final InstanceStore store;
    private final Runnable load;
    private final Outbox outbox;
    private final Orders orders;
    private final Leftovers leftovers;
    private final ReentrantLock looking = new ReentrantLock();
    private boolean complained;

    /** @param load reads the table into the store, or throws {@link Ec2Exception} */
    public FrontEndStart(InstanceStore store, Runnable load, Outbox outbox, Orders orders, Leftovers leftovers) {
        this.store = store;
        this.load = load;
        this.outbox = outbox;
        this.orders = orders;
        this.leftovers = leftovers;
    }

    /**
     * To be called every few incident seconds. It does nothing while an earlier look goes on: at a high speed one that
     * DynamoDB does not answer takes many of these periods.
     */
    public void look() {
        if (looking.tryLock()) {
            try {
                looked();
            } finally {
                looking.unlock();
            }
        }
    }

    private void looked() {
        if (store.loaded()) {
            orders.noteAgain();
            leftovers.noteAgain();
        } else {
            begin();
        }
    }

    private void begin() {
        try {
            load.run();
        } catch (Ec2Exception e) {
            if (!complained) {
                complained = true;
                log.atWarn().log("EC2's front end cannot read its instances yet, trying on: {}", e.getMessage());
            }
            return;
        }
        outbox.start();
        orders.start();
        leftovers.start();
    }

    /** Forgets instances that were terminated longer ago than {@code kept}. */
    public void forget(Instant now, Duration kept) {
        try {
            store.forget(now, kept);
        } catch (Ec2Exception e) {
            log.atDebug().setCause(e).log("terminated instances are forgotten later");
        }
    }
}
