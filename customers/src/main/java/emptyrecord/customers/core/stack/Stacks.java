package emptyrecord.customers.core.stack;

import java.time.Duration;
import java.util.List;

/**
 * All stacks, side by side. Each differs from {@link #BASE} in what its name says and in nothing else, so a difference
 * between two rows of the table has one cause. No stack knows what happens to the region.
 */
public final class Stacks {

    /** Three nines and a user who waits for a minute (our choice). */
    private static final Slo THREE_NINES = new Slo(.999, Duration.ofMinutes(1));

    private static final Slo FOUR_NINES = new Slo(.9999, Duration.ofMinutes(1));

    /** A worker that nobody waits for. */
    private static final Slo BACKGROUND = new Slo(.99, Duration.ofMinutes(10));

    /** The AWS SDK for Java v2 as it ships, with connections that live 5 minutes, so that it follows DNS. */
    private static final Stack BASE = new Stack(
            "sdk-legacy",
            "retry mode legacy, 9 attempts; connections live 5 min; DNS by TTL",
            Target.DYNAMODB,
            DnsPolicy.TTL,
            PoolPolicy.BOUNDED_LIFE,
            RetryPolicy.SDK_LEGACY,
            Shield.NONE,
            THREE_NINES);

    private static final Stack BEHIND_NLB = new Stack(
            "nlb-short-lived",
            "a new connection for each request; DNS by TTL",
            Target.LOAD_BALANCER,
            DnsPolicy.TTL,
            PoolPolicy.NONE,
            RetryPolicy.NONE,
            Shield.NONE,
            THREE_NINES);

    private static final List<Stack> ALL = List.of(
            // Retries of the SDK
            BASE,
            BASE.named("sdk-standard", "retry mode standard, 9 attempts").with(RetryPolicy.SDK_STANDARD),
            BASE.named("sdk-adaptive", "retry mode adaptive, 9 attempts").with(RetryPolicy.SDK_ADAPTIVE),
            BASE.named("sdk-2026", "AWS_NEW_RETRIES_2026: 4 attempts, quota 500, 14 a transient retry")
                    .with(RetryPolicy.SDK_2026),
            // DNS
            BASE.named("dns-30-seconds", "JVM's DNS cache: addresses 30 s, failures 10 s")
                    .with(DnsPolicy.JVM_30_SECONDS),
            BASE.named("dns-for-ever", "JVM's DNS cache: addresses for ever, failures 10 s")
                    .with(DnsPolicy.JVM_FOR_EVER),
            BASE.named("dns-for-ever-failures", "JVM's DNS cache: addresses and failures for ever")
                    .with(DnsPolicy.JVM_FOR_EVER_FAILURES_TOO),
            BASE.named("dns-stale-rfc8767", "old addresses while no DNS server answers, up to 3 days")
                    .with(DnsPolicy.STALE_IF_NO_SERVER_ANSWERS),
            BASE.named("dns-last-known-good", "old addresses while the name has none, up to 3 days")
                    .with(DnsPolicy.STALE_IF_UNKNOWN),
            BASE.named("dns-negative-30-seconds", "the resolver keeps empty answers 30 s at most")
                    .with(DnsPolicy.NEGATIVE_TTL_30_SECONDS),
            // Connections
            BASE.named("pool-unbounded", "connections live while they are used").with(PoolPolicy.UNBOUNDED),
            BASE.named("pool-evicted", "connections live until a call fails").with(PoolPolicy.EVICTED_ON_ERROR),
            // Resilience
            BASE.named("breaker", "circuit breaker: open at half of 4 calls failed, 10 min")
                    .with(Shield.BREAKER),
            BASE.named("bulkhead", "bulkhead: 2 calls at the same time").with(Shield.BULKHEAD),
            BASE.named("retry-budget", "9 attempts, while a fifth of the actions pays for them")
                    .with(RetryPolicy.BUDGET),
            BASE.named("time-limiter", "given up after 30 s").with(Shield.TIME_LIMITER),
            BASE.named("stale-reads", "what was read last answers a read that fails")
                    .with(Shield.STALE_READS),
            BASE.named("hedged", "a second request after 3 s")
                    .with(Shield.HEDGED)
                    .with(FOUR_NINES),
            BASE.named("retry-for-ever", "the same again after 15 s, for ever, without jitter")
                    .with(RetryPolicy.FOR_EVER_WITHOUT_JITTER)
                    .with(BACKGROUND),
            // Through the load balancer
            BEHIND_NLB,
            BEHIND_NLB
                    .named("nlb-long-lived", "one connection while it works; reconnects with gRPC's back-off")
                    .with(PoolPolicy.UNBOUNDED)
                    .with(RetryPolicy.RECONNECT_BACKOFF)
                    .with(FOUR_NINES));

    private Stacks() {}

    /** In the order in which tables show them. */
    public static List<Stack> all() {
        return ALL;
    }
}
