package emptyrecord.race.search;

import emptyrecord.race.core.Move;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random schedules by seed on the real cores until one does harm. The same seed finds the same schedule. */
public final class Search {

    private final Setup setup;
    private final int movesMax;

    /** @param movesMax length of a random schedule */
    public Search(Setup setup, int movesMax) {
        this.setup = setup;
        this.movesMax = movesMax;
    }

    /** @param seed that drew this schedule */
    public record Found(long seed, Schedule schedule) {}

    /** The first seed, from {@code from} on, whose schedule does this harm. */
    public Optional<Found> first(SteppedRegion.Harm.Kind wanted, long from, int seeds) {
        for (long seed = from; seed < from + seeds; seed++) {
            Optional<Schedule> failing = play(seed, wanted);
            if (failing.isPresent()) {
                return Optional.of(new Found(seed, failing.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Schedule> play(long seed, SteppedRegion.Harm.Kind wanted) {
        SteppedRegion region = new SteppedRegion(setup);
        RandomWalk walk = new RandomWalk(seed);
        List<Move> made = new ArrayList<>();
        for (int i = 0; i < movesMax; i++) {
            Move move = walk.next(region);
            region.move(move);
            made.add(move);
            if (region.has(wanted)) {
                return Optional.of(new Schedule(made));
            }
        }
        return Optional.empty();
    }
}
