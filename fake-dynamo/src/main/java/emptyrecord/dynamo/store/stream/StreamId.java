package emptyrecord.dynamo.store.stream;

/**
 * Under which numbers the rows of a stream are stored. A table's number is not used again, so neither is this.
 *
 * @param since epoch milliseconds of incident time at which it was enabled
 */
public record StreamId(int table, long since) {}
