package emptyrecord.dwfm.core.queue;

import java.time.Duration;
import java.time.Instant;

/** How a worker treats work that can hardly be done in time. */
public sealed interface StaleWork {

    /** Whether to drop the work instead of doing it. */
    boolean drops(Instant start, Instant deadline, Duration meanService);

    /** The night: all of the work is done, and only then is the deadline compared (F52, dynamics B3). */
    record ServeStaleWork() implements StaleWork {
        @Override
        public boolean drops(Instant start, Instant deadline, Duration meanService) {
            return false;
        }
    }

    /**
     * The remedy {@code dwfm.stale-drop}: work is dropped when less than {@code margin} service times remain. A margin
     * of 0 does not help: a FIFO then serves the oldest work that is still valid, which is done just after its deadline
     * (docs/dynamics.md).
     */
    record DropStaleWork(double margin) implements StaleWork {
        @Override
        public boolean drops(Instant start, Instant deadline, Duration meanService) {
            Duration needed = Duration.ofNanos(Math.round(meanService.toNanos() * margin));
            return start.plus(needed).isAfter(deadline);
        }
    }
}
