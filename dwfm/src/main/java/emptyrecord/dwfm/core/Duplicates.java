package emptyrecord.dwfm.core;

import java.time.Instant;

/** What a time-out does when the last attempt for the same droplet is still waiting. */
sealed interface Duplicates {

    /** Whether the attempt that is still there takes the new one's place, with the new deadline. */
    boolean absorbs(Droplet droplet, Instant deadline);

    /** Which deadline counts when a worker takes an attempt. */
    Instant whenTaken(Droplet droplet, Instant asQueued);

    /** Which deadline counts when the attempt is done. */
    Instant whenDone(Droplet droplet, Instant asTaken);

    /** The night: another attempt is queued and the old one stays, a zombie (F52, dynamics B2). */
    record QueueAnother() implements Duplicates {
        @Override
        public boolean absorbs(Droplet droplet, Instant deadline) {
            return false;
        }

        @Override
        public Instant whenTaken(Droplet droplet, Instant asQueued) {
            return asQueued;
        }

        @Override
        public Instant whenDone(Droplet droplet, Instant asTaken) {
            return asTaken;
        }
    }

    /**
     * The remedy {@code dwfm.dedupe}: one attempt per droplet, its deadline refreshed in place. Keeping the old deadline
     * would not help (docs/dynamics.md: permanent collapse).
     */
    record RefreshInPlace() implements Duplicates {
        @Override
        public boolean absorbs(Droplet droplet, Instant deadline) {
            if (droplet.queued) {
                droplet.deadline = deadline;
            }
            return droplet.queued;
        }

        @Override
        public Instant whenTaken(Droplet droplet, Instant asQueued) {
            return droplet.deadline;
        }

        @Override
        public Instant whenDone(Droplet droplet, Instant asTaken) {
            return droplet.deadline;
        }
    }

    /**
     * Under the hypotheses that do without stale work: an attempt that still waits is refreshed, one that a worker has
     * taken is not.
     */
    record RefreshWaiting() implements Duplicates {
        @Override
        public boolean absorbs(Droplet droplet, Instant deadline) {
            boolean waiting = droplet.queued && !droplet.taken;
            if (waiting) {
                droplet.deadline = deadline;
            }
            return waiting;
        }

        @Override
        public Instant whenTaken(Droplet droplet, Instant asQueued) {
            return droplet.deadline;
        }

        @Override
        public Instant whenDone(Droplet droplet, Instant asTaken) {
            return asTaken;
        }
    }
}
