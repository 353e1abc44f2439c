package emptyrecord.planner.planning;

import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;
import emptyrecord.planner.core.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every plan written so far (F30), on disk before it can be read. The oldest beyond the bound are forgotten, and the
 * journal is rewritten when half of it is forgotten plans.
 */
public final class PlanHistory {

    private static final CompactionPolicy HALF_FORGOTTEN = new CompactionPolicy(0, 2);

    private final Journal<Plan> journal;
    private final Compaction<Plan> compaction;
    private final int kept;
    private final TreeMap<Long, Plan> plans = new TreeMap<>();

    public PlanHistory(Journal<Plan> journal, int kept) {
        this.journal = journal;
        this.kept = kept;
        this.compaction =
                new Compaction<>(journal, HALF_FORGOTTEN, LiveState.of(plans::size, () -> List.copyOf(plans.values())));
        journal.replay(this::remember);
    }

    public synchronized void append(Plan plan) {
        journal.append(plan);
        remember(plan);
        compaction.runIfDue();
    }

    public synchronized Optional<Plan> latest() {
        return Optional.ofNullable(plans.lastEntry()).map(Map.Entry::getValue);
    }

    public synchronized Optional<Plan> find(long generation) {
        return Optional.ofNullable(plans.get(generation));
    }

    public synchronized List<Plan> all() {
        return List.copyOf(plans.values());
    }

    private void remember(Plan plan) {
        plans.put(plan.generation(), plan);
        if (plans.size() > kept) {
            plans.pollFirstEntry();
        }
    }
}
