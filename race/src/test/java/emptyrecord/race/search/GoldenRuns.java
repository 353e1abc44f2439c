package emptyrecord.race.search;

import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion.Harm;
import emptyrecord.race.timed.ApiLatency;
import emptyrecord.race.timed.GuardCost;
import emptyrecord.race.timed.Organic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Results of some seeds, a line each: searches with shortest schedules, the guard table, quiet days, costs. */
final class GoldenRuns {

    private static final List<Long> AGES = List.of(1L, 3L, 8L);
    private static final int SEEDS = 8;
    private static final int MOVES = 400;
    private static final int SEEDS_A_GUARD = 20;

    private final List<String> lines = new ArrayList<>();

    private GoldenRuns() {}

    static List<String> lines() {
        GoldenRuns runs = new GoldenRuns();
        AGES.forEach(runs::searches);
        GuardTable.names().forEach(runs::guard);
        for (ApiLatency.Where where : ApiLatency.Where.values()) {
            runs.withoutAFault(new ApiLatency(ApiLatency.CALM.callSeconds(), 24, where));
        }
        List.of(GuardTable.NONE, "dns.fence", "dns.slow-lane").forEach(runs::cost);
        return List.copyOf(runs.lines);
    }

    private void searches(long age) {
        Setup night = new Setup(Set.of(), age);
        for (long seed = 1; seed <= SEEDS; seed++) {
            Optional<Search.Found> found = new Search(night, MOVES).first(Harm.Kind.EMPTY, seed, 1);
            lines.add("age " + age + " seed " + seed + ": "
                    + found.map(f -> f.schedule().toString()).orElse("never empty"));
            found.map(f -> new ScheduleShrinker(night, Harm.Kind.EMPTY).shortest(f.schedule()))
                    .ifPresent(shortest -> lines.add("  shrunk: " + shortest));
        }
    }

    private void guard(String guard) {
        GuardTable.Row row = GuardTable.COMMITTED.row(guard, 1, SEEDS_A_GUARD);
        lines.add("guard " + guard + " of " + SEEDS_A_GUARD + " seeds: empty " + row.empty() + ", stale " + row.stale()
                + ", stuck " + row.stuck());
    }

    private void withoutAFault(ApiLatency latency) {
        Organic.Days days = Organic.simulate(1, latency, 1);
        lines.add("without a fault " + latency.where() + ": plans " + days.plans() + ", lost locks " + days.lostLocks()
                + ", in a row " + days.lostInARow() + ", behind " + days.furthestBehind() + ", stale "
                + days.staleFlips() + ", emptied " + days.emptied());
    }

    private void cost(String guard) {
        GuardCost cost = GuardCost.of(guard, 1, ApiLatency.CALM, 1);
        lines.add("cost " + guard + ": " + cost.median() + " " + cost.slowest() + " " + cost.medianAge() + " "
                + cost.oldestAge() + " " + cost.callsPerHour() + " " + cost.skippedPerDay() + " " + cost.trees() + " "
                + cost.acted());
    }
}
