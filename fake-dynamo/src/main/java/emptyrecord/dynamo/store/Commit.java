package emptyrecord.dynamo.store;

import java.util.List;

/** A line of the journal: changes that become true together. */
record Commit(List<Change> changes) {}
