package emptyrecord.customers.core.stack;

import java.time.Duration;

/**
 * How a client's process remembers what its host's resolver said. The resolver below it keeps each answer for its TTL and
 * an empty one for the zone's negative TTL (RFC 2308). All times are incident time.
 */
public enum DnsPolicy {
    /** {@code networkaddress.cache.ttl=0}: every new connection asks the host's resolver. */
    TTL(Keeps.NOTHING),
    /** The JDK's defaults: addresses 30 s, failures 10 s. */
    JVM_30_SECONDS(new Keeps(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO)),
    /** {@code networkaddress.cache.ttl=-1}: the first addresses for the life of the process; failures 10 s. */
    JVM_FOR_EVER(new Keeps(Keeps.FOR_EVER, Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO)),
    /** {@code networkaddress.cache.negative.ttl=-1} as well: a failure, too, for the life of the process. */
    JVM_FOR_EVER_FAILURES_TOO(new Keeps(Keeps.FOR_EVER, Keeps.FOR_EVER, Duration.ZERO, Duration.ZERO)),
    /**
     * RFC 8767: old addresses while no server answers, for three days at most. An empty answer is an answer and replaces
     * them (its section 4), so it does not help against an empty record.
     */
    STALE_IF_NO_SERVER_ANSWERS(
            new Keeps(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofDays(3), Duration.ZERO)),
    /**
     * {@code networkaddress.cache.stale.ttl} of JDK 21 and later: old addresses also while the name has none; three days
     * are our choice. This is the last known good answer of F41.
     */
    STALE_IF_UNKNOWN(new Keeps(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO, Duration.ofDays(3))),
    /**
     * The host's resolver keeps an empty answer for 30 s at most, whatever the zone says: unbound's {@code
     * cache-max-negative-ttl}, BIND's {@code max-ncache-ttl}.
     */
    NEGATIVE_TTL_30_SECONDS(Keeps.NOTHING);

    /** The cap of {@link #NEGATIVE_TTL_30_SECONDS}. */
    public static final Duration NEGATIVE_CAP = Duration.ofSeconds(30);

    private final Keeps keeps;

    DnsPolicy(Keeps keeps) {
        this.keeps = keeps;
    }

    public Keeps keeps() {
        return keeps;
    }

    /**
     * How long a process keeps what it was told.
     *
     * @param addresses an answer with addresses
     * @param failures any other answer
     * @param staleIfSilent how much longer addresses serve while no server answers
     * @param staleIfUnknown how much longer addresses serve while the answer has none
     */
    public record Keeps(Duration addresses, Duration failures, Duration staleIfSilent, Duration staleIfUnknown) {

        /** Longer than any process lives. */
        public static final Duration FOR_EVER = Duration.ofDays(36_500);

        static final Keeps NOTHING = new Keeps(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
