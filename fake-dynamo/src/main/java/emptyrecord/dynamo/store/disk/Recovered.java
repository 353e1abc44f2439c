package emptyrecord.dynamo.store.disk;

/**
 * What an opened file held.
 *
 * @param version number of the last commit, 0 for a new file
 * @param bytes length of the file
 * @param ended whether its last process closed it; true for a new file
 */
public record Recovered(long version, long bytes, boolean ended) {}
