package emptyrecord.network.propagation;

import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;
import emptyrecord.network.core.LedgerLine;
import emptyrecord.network.core.Network;
import emptyrecord.network.core.NetworkChange;
import emptyrecord.network.core.Settled;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Network Manager's memory on disk. An accepted change is written before it is acknowledged; a push is written
 * after it is done, so a push that the process loses is repeated. The file is rewritten when most of it is history.
 */
final class Ledger implements AutoCloseable {

    /** Lines an instance has at most: two changes, each settled in three zones. */
    private static final int LINES_PER_INSTANCE = 8;

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final Journal<LedgerLine> journal;
    private final CompactionPolicy policy;

    Ledger(Journal<LedgerLine> journal, int historyLinesMax) {
        this.journal = journal;
        this.policy = new CompactionPolicy(historyLinesMax, 2);
    }

    void restoreInto(Network network) {
        journal.replay(network::restore);
    }

    void write(NetworkChange accepted) {
        journal.append(LedgerLine.of(accepted));
    }

    /** A line that cannot be written costs a second push after the next restart, no more. */
    void write(List<Settled> news) {
        try {
            news.forEach(settled -> journal.append(LedgerLine.of(settled)));
        } catch (UncheckedIOException e) {
            log.atError().setCause(e).log("pushes are not written down and will be done again after a restart");
        }
    }

    void compactIfLong(Network network) {
        LiveState<LedgerLine> live = LiveState.of(
                () -> (long) LINES_PER_INSTANCE * network.instances().size(), network::memory);
        new Compaction<>(journal, policy, live).runIfDue();
    }

    @Override
    public void close() {
        journal.close();
    }
}
