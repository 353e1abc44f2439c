package emptyrecord.enactor.core;

/** After how many lost locks an enactor gives an endpoint up for this pass. */
public sealed interface RetryLimit {

    boolean isReachedAfter(int lostLocks);

    /** The night: it retries for ever, each time after twice the wait (F1, F36). */
    record Endless() implements RetryLimit {
        @Override
        public boolean isReachedAfter(int lostLocks) {
            return false;
        }
    }

    /** The remedy: a plan stays in memory only as long as these tries take. */
    record MaxTries(int tries) implements RetryLimit {
        @Override
        public boolean isReachedAfter(int lostLocks) {
            return lostLocks >= tries;
        }
    }
}
