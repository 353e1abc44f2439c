package emptyrecord.customers.core.stack;

import java.time.Duration;

/** The numbers of the policies that no library ships. All are our choice; durations are incident time. */
public final class Numbers {

    /** Life of a connection of {@link PoolPolicy#BOUNDED_LIFE}. */
    public static final Duration CONNECTION_LIFE = Duration.ofMinutes(5);

    /** Between two attempts of {@link RetryPolicy#FOR_EVER_WITHOUT_JITTER}. */
    public static final Duration FIXED_WAIT = Duration.ofSeconds(15);

    /** How long a breaker stays open. A client makes an action every two minutes, so it is longer than usual. */
    public static final Duration BREAKER_WAIT = Duration.ofMinutes(10);

    /** Calls that a breaker looks back at. */
    public static final int BREAKER_WINDOW = 4;

    public static final int BULKHEAD = 2;
    public static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    public static final Duration HEDGE_AFTER = Duration.ofSeconds(3);

    private Numbers() {}
}
