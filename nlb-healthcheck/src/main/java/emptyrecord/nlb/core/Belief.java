package emptyrecord.nlb.core;

/** Whether the checks are believed, given the share of all nodes that look unhealthy. */
sealed interface Belief {

    boolean holds(double unhealthyShare);

    /** The night: always; the checker behaved as designed on bad input (F72). */
    record Always() implements Belief {
        @Override
        public boolean holds(double unhealthyShare) {
            return true;
        }
    }

    /** The remedy {@code nlb.fail-open}: not above this share, since that many nodes do not break at once (F72). */
    record UpTo(double share) implements Belief {
        @Override
        public boolean holds(double unhealthyShare) {
            return unhealthyShare <= share;
        }
    }
}
