package emptyrecord.dynamo.store;

import java.util.List;

/** A line of an older version's journal: changes that take effect together. */
record Commit(List<Change> changes) {}
