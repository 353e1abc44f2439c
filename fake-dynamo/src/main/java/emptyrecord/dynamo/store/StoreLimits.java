package emptyrecord.dynamo.store;

/**
 * The limits of the store.
 *
 * @param heap bytes of heap for the items of all tables, as {@link emptyrecord.dynamo.core.value.HeapCost} counts them
 * @param loading the same while the journal is read and no request is served; at least {@code heap}
 * @param tables how many tables there may be
 */
public record StoreLimits(long heap, long loading, int tables) {}
