package emptyrecord.customers.core.account;

/** Why an action did not work. */
public enum Reason {
    NONE,
    /** The name had no address. */
    UNRESOLVED,
    /** Nothing listened, or the connection broke. */
    REFUSED_OR_RESET,
    /** No answer in time. */
    TIMED_OUT,
    THROTTLED,
    /** Any other answer that is an error. */
    ERROR,
    BREAKER_OPEN,
    BULKHEAD_FULL,
    /** As many actions of this client are in flight as may be. */
    TOO_MANY_IN_FLIGHT,
    /** It waits until it may connect again. */
    BACKING_OFF,
    /** The process ended under it. */
    RESTARTED
}
