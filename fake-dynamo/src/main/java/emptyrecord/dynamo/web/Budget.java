package emptyrecord.dynamo.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bytes of heap that requests share. Waiting requests are served in order of arrival: a large one is not starved. */
final class Budget {

    private final Semaphore bytes;
    private final int max;

    /** @param bytes in total; more than 2 GB counts as 2 GB */
    Budget(long bytes) {
        this.max = (int) Math.min(Integer.MAX_VALUE, bytes);
        this.bytes = new Semaphore(max, true);
    }

    /** Whether so much could ever be granted. */
    boolean holds(long wanted) {
        return wanted <= max;
    }

    /** Takes {@code wanted} bytes, or nothing if they do not become free in time. */
    boolean take(long wanted, Duration timeout) {
        if (!holds(wanted)) {
            return false;
        }
        try {
            return bytes.tryAcquire((int) wanted, timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack(long taken) {
        bytes.release((int) taken);
    }

    int max() {
        return max;
    }

    /** Bytes that are free now. */
    long free() {
        return bytes.availablePermits();
    }
}
