package emptyrecord.customers.core.stack;

/** What stands between the user action and the calls. */
public enum Shield {
    NONE,
    /** resilience4j: open when half of the last calls failed, a trial after {@link Numbers#BREAKER_WAIT}. */
    BREAKER,
    /** resilience4j: {@link Numbers#BULKHEAD} calls at the same time, the others are refused. */
    BULKHEAD,
    /** resilience4j: the call is given up after {@link Numbers#TIME_LIMIT}. */
    TIME_LIMITER,
    /** Caffeine: what was read last answers a read that fails; writes fail. */
    STALE_READS,
    /** A second request over another connection after {@link Numbers#HEDGE_AFTER}; the first answer counts (F41). */
    HEDGED
}
