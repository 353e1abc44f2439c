package emptyrecord.enactor.client;

import emptyrecord.enactor.core.Action;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits incident time unless it is cut short: a frozen enactor must not keep a plan in memory while it sleeps. */
public final class Pause {

    private final IncidentClock clock;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition changed = mutex.newCondition();
    private long cuts;

    public Pause(IncidentClock clock) {
        this.clock = clock;
    }

    /** Waits, at most until the next {@link #cutShort}. */
    public Action.Done of(Duration incident) {
        long left = clock.toReal(incident).toNanos();
        mutex.lock();
        try {
            long before = cuts;
            while (left > 0 && cuts == before) {
                left = changed.awaitNanos(left);
            }
            return Action.Done.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Action.Done.DONE;
        } finally {
            mutex.unlock();
        }
    }

    public void cutShort() {
        mutex.lock();
        try {
            cuts++;
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** A short real wait, for code that waits for a switch. */
    public void briefly() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
