package emptyrecord.race.search;

import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** For each guard alone, and for none: the harm that random schedules do, and in how many of the seeds. */
public final class GuardTable {

    /** The night. */
    public static final String NONE = "none";

    /** How the committed table is made: a small age, and schedules long enough for the race to occur. Our choice. */
    public static final GuardTable COMMITTED = new GuardTable(2, 100);

    private final long cleanUpAge;
    private final int moves;

    /** @param moves length of each random schedule */
    public GuardTable(long cleanUpAge, int moves) {
        this.cleanUpAge = cleanUpAge;
        this.moves = moves;
    }

    /** {@link #NONE} and every guard of DNS. */
    public static List<String> names() {
        return Stream.concat(Stream.of(NONE), Setup.guardNames().stream()).toList();
    }

    /**
     * One line of the table.
     *
     * @param guard the only one that was on
     * @param seeds how many schedules were played
     * @param empty in how many the name had no address at some time
     * @param stale in how many a flip put an older plan in the place of a newer one
     * @param stuck in how many no fresh plan went live any more, with planner and enactors at work
     */
    public record Row(String guard, int seeds, int empty, int stale, int stuck) {

        /** {@code guard,empty,stale,stuck} with yes and no; the guard without its chapter. */
        public String csv() {
            return String.join(",", guard.replace("dns.", ""), said(empty), said(stale), said(stuck));
        }

        private static String said(int count) {
            return count > 0 ? "yes" : "no";
        }
    }

    /** @param from the first seed */
    public Row row(String guard, long from, int seeds) {
        Setup setup = new Setup(guard.equals(NONE) ? Set.of() : Set.of(guard), cleanUpAge);
        int empty = 0;
        int stale = 0;
        int stuck = 0;
        for (long seed = from; seed < from + seeds; seed++) {
            SteppedRegion region = walked(setup, seed);
            stuck += new FairContinuation(seed).isStuck(region) ? 1 : 0;
            empty += region.has(SteppedRegion.Harm.Kind.EMPTY) ? 1 : 0;
            stale += region.has(SteppedRegion.Harm.Kind.STALE) ? 1 : 0;
        }
        return new Row(guard, seeds, empty, stale, stuck);
    }

    private SteppedRegion walked(Setup setup, long seed) {
        SteppedRegion region = new SteppedRegion(setup);
        RandomWalk walk = new RandomWalk(seed);
        for (int i = 0; i < moves; i++) {
            region.move(walk.next(region));
        }
        return region;
    }

    /** The lines of guards.csv. */
    public static List<String> csv(List<Row> rows) {
        return Stream.concat(Stream.of("guard,empty,stale,stuck"), rows.stream().map(Row::csv))
                .toList();
    }
}
