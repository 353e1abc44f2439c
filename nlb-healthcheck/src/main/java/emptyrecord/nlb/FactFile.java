package emptyrecord.nlb;

import emptyrecord.kit.journal.Journal;
import emptyrecord.nlb.core.FleetFact;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fleet's memory on disk. A fact that a full disk does not take waits and is written before anything newer. When
 * too many wait, the oldest is given up, and a restart then looks for it in the region.
 */
final class FactFile {

    /** Facts that wait: more than the fleet has nodes and targets many times over. Our choice. */
    static final int WAITING_MAX = 10_000;

    private static final Logger log = LoggerFactory.getLogger(FactFile.class);

    private final Journal<FleetFact> journal;
    private final Deque<FleetFact> waiting = new ArrayDeque<>();
    private boolean failing;

    FactFile(Journal<FleetFact> journal) {
        this.journal = journal;
    }

    /**
     * Writes a fact, or keeps it until the disk takes it. It never fails, because the fact's subject goes on in any
     * case.
     */
    void remember(FleetFact fact) {
        if (waiting.size() == WAITING_MAX) {
            waiting.removeFirst();
        }
        waiting.addLast(fact);
        writeWaiting();
    }

    /** Tries the waiting facts once more. */
    void writeWaiting() {
        try {
            while (!waiting.isEmpty()) {
                journal.append(waiting.getFirst());
                waiting.removeFirst();
            }
            recovered();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** How many facts wait for the disk. */
    int waiting() {
        return waiting.size();
    }

    private void failed(RuntimeException e) {
        if (!failing) {
            failing = true;
            log.atError().setCause(e).log("the fleet's memory cannot be written, trying on; is the disk full?");
        }
    }

    private void recovered() {
        if (failing) {
            failing = false;
            log.atInfo().log("the fleet's memory is written again");
        }
    }
}
