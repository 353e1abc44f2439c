package emptyrecord.dynamo.store;

import java.time.Duration;

/**
 * The limits of the store.
 *
 * @param heap bytes of heap for the items of all tables, as {@link emptyrecord.dynamo.core.value.HeapCost} counts them
 * @param loading the same while the journal is read and no request is served; at least {@code heap}
 * @param tables how many tables there may be
 * @param tokensKept incident time that the token of a transaction is remembered
 */
public record StoreLimits(long heap, long loading, int tables, Duration tokensKept) {

    /** DynamoDB's own time. */
    public static final Duration TOKENS_KEPT = Duration.ofMinutes(10);

    /** Tokens that are remembered at most; our choice, a fifth of the shipped heap for items. */
    static final int TOKENS_MAX = 5_000;

    /** Tokens are kept for {@link #TOKENS_KEPT}. */
    public StoreLimits(long heap, long loading, int tables) {
        this(heap, loading, tables, TOKENS_KEPT);
    }
}
