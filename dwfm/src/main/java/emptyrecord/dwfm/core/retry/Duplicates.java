package emptyrecord.dwfm.core.retry;

import java.time.Instant;

/** How a time-out treats the last attempt for the same droplet while it still waits. */
public sealed interface Duplicates {

    /** Whether the attempt that is still there replaces the new one, with the new deadline. */
    boolean absorbs(LastAttempt last, Instant deadline);

    /** Which deadline counts when a worker takes an attempt. */
    Instant whenTaken(LastAttempt last, Instant asQueued);

    /** Which deadline counts when the attempt is done. */
    Instant whenDone(LastAttempt last, Instant asTaken);

    /** The night: another attempt is queued and the old one stays, a zombie (F52, dynamics B2). */
    record QueueAnother() implements Duplicates {
        @Override
        public boolean absorbs(LastAttempt last, Instant deadline) {
            return false;
        }

        @Override
        public Instant whenTaken(LastAttempt last, Instant asQueued) {
            return asQueued;
        }

        @Override
        public Instant whenDone(LastAttempt last, Instant asTaken) {
            return asTaken;
        }
    }

    /**
     * The remedy {@code dwfm.dedupe}: one attempt per droplet, its deadline refreshed in place. Keeping the old
     * deadline does not help (docs/dynamics.md: permanent collapse).
     */
    record RefreshInPlace() implements Duplicates {
        @Override
        public boolean absorbs(LastAttempt last, Instant deadline) {
            if (last.underWay()) {
                last.refresh(deadline);
            }
            return last.underWay();
        }

        @Override
        public Instant whenTaken(LastAttempt last, Instant asQueued) {
            return last.deadline();
        }

        @Override
        public Instant whenDone(LastAttempt last, Instant asTaken) {
            return last.deadline();
        }
    }
}
