package emptyrecord.dwfm.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Turns for the pages in which starting hosts read the lease table back: one each 20 ms of real time for all hosts of
 * the process together (our choice). So a restart costs DynamoDB at most 50 calls a second, however many hosts and
 * droplets there are, and at most one call a host at a time. The front end has one of its own, for what DynamoDB leaves
 * out of a page of instances.
 */
public final class ReadPace {

    static final Duration BETWEEN = Duration.ofMillis(20);

    private final LongSupplier nanoTime;
    private long next;

    public ReadPace() {
        this(System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime} */
    ReadPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** Takes the next turn; how long it is until then. */
    synchronized Duration take() {
        long now = nanoTime.getAsLong();
        long mine = next - now > 0 ? next : now;
        next = mine + BETWEEN.toNanos();
        return Duration.ofNanos(mine - now);
    }

    /** @throws IllegalStateException if the service ends meanwhile */
    void awaitTurn() {
        try {
            Thread.sleep(take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a table was read", e);
        }
    }
}
