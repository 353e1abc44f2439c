package emptyrecord.customers.core.stack;

/** Who retries, how often, and how long apart. Back-off is incident time (docs/decisions/0003). */
public enum RetryPolicy {
    /** The SDK's retry mode {@code legacy}, Java's default: DynamoDB 9 attempts from 25 ms; throttling is free (F100). */
    SDK_LEGACY,
    /** The SDK's retry mode {@code standard}: DynamoDB 9 attempts from 25 ms; quota of 500, 5 a retry (F100). */
    SDK_STANDARD,
    /** The SDK's retry mode {@code adaptive}: the same, and a rate of its own after throttling (F100). */
    SDK_ADAPTIVE,
    /**
     * {@code AWS_NEW_RETRIES_2026=true}: standard with DynamoDB 4 attempts from 25 ms, 1 s when throttled, quota of 500,
     * 14 a transient retry and 5 a throttled one (F100).
     */
    SDK_2026,
    /** Up to 9 attempts as in {@link #SDK_LEGACY}, while the client's {@link RetryBudget} has a token. */
    BUDGET,
    /** After {@link Numbers#FIXED_WAIT}, again and again, all clients alike. */
    FOR_EVER_WITHOUT_JITTER,
    /** gRPC's reconnect back-off: 1 s, 1.6 times as long each time, 120 s at most, 20 % of jitter. */
    RECONNECT_BACKOFF,
    NONE
}
