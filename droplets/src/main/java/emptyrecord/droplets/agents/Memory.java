package emptyrecord.droplets.agents;

import emptyrecord.droplets.core.DropletLine;
import emptyrecord.droplets.core.Fleet;
import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;

/**
 * The droplets' memory on disk: whom they obey and what runs. News is written before it counts, so neither an accepted
 * check nor a change is forgotten by a killed process. The file is rewritten when most of it is history.
 */
final class Memory implements AutoCloseable {

    /** Our choice: some 3 MB, a minute's checks at the demo's speed. */
    private static final CompactionPolicy POLICY = new CompactionPolicy(20_000, 8);

    private final Journal<DropletLine> journal;
    private final Compaction<DropletLine> compaction;

    Memory(Journal<DropletLine> journal, Fleet fleet) {
        this.journal = journal;
        this.compaction = new Compaction<>(journal, POLICY, LiveState.of(fleet::remembered, fleet::memory));
    }

    void restoreInto(Fleet fleet) {
        journal.replay(fleet::restore);
    }

    /** @throws java.io.UncheckedIOException if it could not be written; then it has not happened */
    void write(DropletLine news) {
        journal.append(news);
    }

    void compactIfLong() {
        compaction.runIfDue();
    }

    @Override
    public void close() {
        journal.close();
    }
}
