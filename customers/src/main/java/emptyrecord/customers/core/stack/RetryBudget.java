package emptyrecord.customers.core.stack;

/**
 * A retry budget: each action pays in {@link #SHARE} of a token, each retry takes one. So retries are at most that share
 * of the actions in the long run, whatever fails. Not thread-safe. The idea is Finagle's and gRPC's; the numbers are our
 * choice.
 */
public final class RetryBudget {

    /** Retries per action in the long run. */
    public static final double SHARE = .2;

    /** Tokens that fit, and that there are at the start: a short fault is retried in full. */
    public static final double MOST = 10;

    private double tokens = MOST;

    /** An action begins. */
    public void deposit() {
        tokens = Math.min(MOST, tokens + SHARE);
    }

    /** Takes a token for a retry; false if there is none. */
    public boolean withdraw() {
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
