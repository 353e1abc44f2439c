package emptyrecord.spec.trace;

import emptyrecord.spec.trace.LoggedStep.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * The target of each endpoint over time, by the ranks of the batches that changed it. The event of a won lock records
 * what was active when the enactor had read the zone. If that was outdated when it won the lock, it had read before
 * another enactor took the lock, flipped and freed it: the text of a freed lock is the same each time.
 */
final class ApexTimeline {

    /** @param lockedAt rank of the lock under which it was done; its own, if it was done by hand */
    private record Change(long plan, int lockedAt) {}

    private final Map<Integer, TreeMap<Integer, Change>> byEndpoint = new HashMap<>();

    /**
     * @param processes each with its steps in its own order
     * @param due rank of a step; for a step done by hand, the rank that is next then
     */
    ApexTimeline(Collection<List<LoggedStep>> processes, ToIntFunction<LoggedStep> due) {
        for (List<LoggedStep> steps : processes) {
            Map<Integer, Integer> locks = new HashMap<>();
            for (LoggedStep step : steps) {
                int rank = due.applyAsInt(step);
                switch (step.kind()) {
                    case LOCK -> locks.put(step.endpoint(), rank);
                    case FLIP -> put(step, rank, locks.getOrDefault(step.endpoint(), rank));
                    case HAND -> put(step, rank, rank);
                    default -> {}
                }
            }
        }
    }

    private void put(LoggedStep step, int rank, int lockedAt) {
        byEndpoint.computeIfAbsent(step.endpoint(), e -> new TreeMap<>()).put(rank, new Change(step.plan(), lockedAt));
    }

    /**
     * The rank before which a process read the zone for a batch of its own.
     *
     * @param rank of that batch; it is the result where the log does not show that something older was read
     */
    int readBefore(LoggedStep step, int rank) {
        TreeMap<Integer, Change> changes = byEndpoint.get(step.endpoint());
        if (step.kind() != Kind.LOCK || step.seen() == 0 || changes == null) {
            return rank;
        }
        int read = rank;
        for (Change change : changes.headMap(rank, false).descendingMap().values()) {
            if (change.plan() == step.seen()) {
                return read;
            }
            read = change.lockedAt();
        }
        return read;
    }
}
