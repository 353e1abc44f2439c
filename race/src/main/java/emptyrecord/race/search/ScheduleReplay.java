package emptyrecord.race.search;

import emptyrecord.race.core.Move;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays schedules from the start, each time in a new region. */
final class ScheduleReplay {

    private final Setup setup;
    private final SteppedRegion.Harm.Kind wanted;

    ScheduleReplay(Setup setup, SteppedRegion.Harm.Kind wanted) {
        this.setup = setup;
        this.wanted = wanted;
    }

    /** The moves up to the wanted harm, without the impossible ones; empty if the harm does not occur. */
    Optional<Schedule> upToTheHarm(List<Move> moves) {
        SteppedRegion region = new SteppedRegion(setup);
        List<Move> made = new ArrayList<>();
        for (Move move : moves) {
            if (region.can(move)) {
                region.move(move);
                made.add(move);
                if (region.has(wanted)) {
                    return Optional.of(new Schedule(made));
                }
            }
        }
        return Optional.empty();
    }
}
