package emptyrecord.dynamo.store;

import java.util.List;

/** A line of the journal: changes that take effect together. */
record Commit(List<Change> changes) {}
