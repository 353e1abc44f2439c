package emptyrecord.dynamo.store;

/**
 * The journal as operators see it.
 *
 * @param compactions how often it was rewritten since the start
 */
public record JournalSummary(long lines, long compactions) {}
