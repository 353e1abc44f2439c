package emptyrecord.dynamo.store;

/**
 * The store as operators see it.
 *
 * @param storedBytes of all rows
 * @param storedBytesMax the bound for them
 * @param fileBytes length of the file; longer, because space of old rows is used again later
 * @param failures commits that the disk did not take since the start
 * @param broken whether reads and writes are refused until the file can be opened again
 */
public record StoreSummary(long storedBytes, long storedBytesMax, long fileBytes, long failures, boolean broken) {}
