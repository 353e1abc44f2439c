package emptyrecord.dynamo.store;

import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The tables' journal. Changes of different tables are appended at the same time. A rewrite waits until none is under
 * way, because the journal and the tables have to agree while it lasts. Its duration is bounded by the live items, not
 * by the length of the journal.
 */
final class TableJournal implements AutoCloseable {

    private final Journal<Commit> journal;
    private final Compaction<Commit> compaction;

    /** Read side: every change. Write side: compaction. */
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();

    TableJournal(Journal<Commit> journal, CompactionPolicy policy, LiveState<Commit> live) {
        this.journal = journal;
        this.compaction = new Compaction<>(journal, policy, live);
    }

    void replay(Consumer<Change> reader) {
        journal.replay(commit -> commit.changes().forEach(reader));
    }

    /** Runs {@code change}, which appends and carries out; then rewrites the journal if that is due. */
    <R> R run(Supplier<R> change) {
        R result = Locks.under(changes.readLock(), change);
        if (compaction.isDue()) {
            Locks.under(changes.writeLock(), compaction::runIfDue);
        }
        return result;
    }

    /** The changes become one line, so they survive together or not at all. */
    void append(List<Change> changes) {
        journal.append(new Commit(changes));
    }

    JournalSummary summary() {
        return new JournalSummary(journal.lines(), compaction.done());
    }

    boolean compactionFails() {
        return compaction.failing();
    }

    @Override
    public void close() {
        journal.close();
    }
}
