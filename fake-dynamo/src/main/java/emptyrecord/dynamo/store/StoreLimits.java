package emptyrecord.dynamo.store;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The limits of the store.
 *
 * @param stored bytes on disk for the items of all tables and the entries of their indexes
 * @param definitions bytes of heap for the options of all tables
 * @param tables how many tables there may be
 * @param tokensKept incident time that the token of a transaction is remembered
 * @param clock incident time, by which stream records are dated and end
 */
public record StoreLimits(long stored, long definitions, int tables, Duration tokensKept, InstantSource clock) {

    /** DynamoDB's own time. */
    public static final Duration TOKENS_KEPT = Duration.ofMinutes(10);

    /** Tokens that are remembered at most; our choice. */
    static final int TOKENS_MAX = 5_000;

    /** Bytes of heap for a token of 36 characters, its digest and the nodes that hold them, at most {@link #TOKENS_MAX}. */
    public static final int TOKENS_HEAP = 384 * TOKENS_MAX;

    /** The share of {@link #stored} that the records of all streams may take besides it; our choice. */
    private static final int STREAMED_SHARE = 4;

    /** Tokens are kept for {@link #TOKENS_KEPT}, and the clock is the machine's: for a store outside of a region. */
    public StoreLimits(long stored, long definitions, int tables) {
        this(stored, definitions, tables, TOKENS_KEPT, InstantSource.system());
    }

    /** Incident time that an iterator of a stream is valid: 15 minutes, of which a fast clock leaves as many real ones. */
    public Duration iteratorsKept() {
        return tokensKept.multipliedBy(3).dividedBy(2);
    }

    /** Bytes on disk for the records of all streams; the oldest make room for newer ones. */
    public long streamed() {
        return stored / STREAMED_SHARE;
    }
}
