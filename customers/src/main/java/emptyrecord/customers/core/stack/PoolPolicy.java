package emptyrecord.customers.core.stack;

/** How long a client keeps a connection. Only a new connection resolves the name. */
public enum PoolPolicy {
    /** As the SDK ships: as long as it is used and neither side breaks it. */
    UNBOUNDED,
    /** {@code connectionTimeToLive} of {@link Numbers#CONNECTION_LIFE}. */
    BOUNDED_LIFE,
    /** As long as calls work: a failed call or an answer of 500 and above closes the whole pool. */
    EVICTED_ON_ERROR,
    /** A new connection for each request. */
    NONE
}
