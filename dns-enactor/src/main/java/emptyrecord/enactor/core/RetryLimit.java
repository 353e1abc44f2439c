package emptyrecord.enactor.core;

/** How many lost locks an enactor takes at one endpoint before it gives the endpoint up for this pass. */
public sealed interface RetryLimit {

    boolean isReachedAfter(int lostLocks);

    /** The night: it tries for ever, each time after twice the wait (F1, F36). */
    record Endless() implements RetryLimit {
        @Override
        public boolean isReachedAfter(int lostLocks) {
            return false;
        }
    }

    /** The remedy: no plan stays in memory for longer than these tries take. */
    record MaxTries(int tries) implements RetryLimit {
        @Override
        public boolean isReachedAfter(int lostLocks) {
            return lostLocks >= tries;
        }
    }
}
