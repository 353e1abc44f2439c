package emptyrecord.dynamo.store;

import java.time.Duration;

/**
 * The limits of the store.
 *
 * @param stored bytes on disk for the items of all tables and the entries of their indexes
 * @param definitions bytes of heap for the options of all tables
 * @param tables how many tables there may be
 * @param tokensKept incident time that the token of a transaction is remembered
 */
public record StoreLimits(long stored, long definitions, int tables, Duration tokensKept) {

    /** DynamoDB's own time. */
    public static final Duration TOKENS_KEPT = Duration.ofMinutes(10);

    /** Tokens that are remembered at most; our choice. */
    static final int TOKENS_MAX = 5_000;

    /** Bytes of heap for a token of 36 characters, its digest and the nodes that hold them, at most {@link #TOKENS_MAX}. */
    public static final int TOKENS_HEAP = 384 * TOKENS_MAX;

    /** Tokens are kept for {@link #TOKENS_KEPT}. */
    public StoreLimits(long stored, long definitions, int tables) {
        this(stored, definitions, tables, TOKENS_KEPT);
    }
}
