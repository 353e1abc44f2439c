package emptyrecord.race.search;

import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.race.core.Actor;
import emptyrecord.race.core.Move;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Continues from a region's state, with planner and enactors all at work and no operator. In each round every enactor
 * makes one move, in drawn order; now and then the planner writes a plan and locks run out. A state is stuck if no
 * fresh plan with addresses goes live in a long time (F39).
 */
final class FairContinuation {

    /** Rounds until a state counts as stuck: some twenty passes of every enactor. */
    private static final int ROUNDS_MAX = 120;

    private static final int ROUNDS_PER_PLAN = 8;
    private static final int ROUNDS_PER_EXPIRY = 5;

    private final SplittableRandom chance;

    FairContinuation(long seed) {
        chance = new SplittableRandom(seed);
    }

    boolean isStuck(SteppedRegion region) {
        PlanGeneration fresh = region.newestPlan();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            if (!fresh.newerThan(region.active()) && !region.isEmptyNow()) {
                return false;
            }
            if (round % ROUNDS_PER_PLAN == 0) {
                region.move(new Move(Actor.PLANNER, Verb.PLAN));
            }
            if (round % ROUNDS_PER_EXPIRY == 0) {
                region.move(new Move(Actor.CLOCK, Verb.EXPIRE));
            }
            everyEnactorOnce(region);
        }
        return true;
    }

    private void everyEnactorOnce(SteppedRegion region) {
        List<Actor> left = new ArrayList<>(Actor.ENACTORS);
        while (!left.isEmpty()) {
            Actor actor = left.remove(chance.nextInt(left.size()));
            List<Move> possible = region.possible(List.of(actor));
            region.move(possible.get(chance.nextInt(possible.size())));
        }
    }
}
