package emptyrecord.nlb.core;

/** How many results in a row change a verdict. */
sealed interface VerdictRule {

    int failuresToFail();

    int successesToPass();

    /** The verdict after a result; {@code failures} and {@code successes} count the results in a row so far. */
    default boolean healthy(boolean before, int failures, int successes) {
        return before ? failures < failuresToFail() : successes >= successesToPass();
    }

    /** The night: a single result decides, so a check that fails every other time makes a node flap (F70). */
    record AtOnce(int failuresToFail, int successesToPass) implements VerdictRule {}

    /** The remedy {@code nlb.damping}: three failures in a row to leave, two successes to return (our choice). */
    record Damped() implements VerdictRule {
        @Override
        public int failuresToFail() {
            return 3;
        }

        @Override
        public int successesToPass() {
            return 2;
        }
    }
}
