package emptyrecord.race.search;

import emptyrecord.race.core.Actor;
import emptyrecord.race.core.Move;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.Verb;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A random schedule, drawn while it is played. Each seed makes some actors up to 64 times faster than others, and
 * redraws that now and then. The race needs one enactor that falls far behind; a fair coin hardly ever does that.
 */
final class RandomWalk {

    /** Of two moves from the same position, how often the one that stops half-way. Our choice. */
    private static final double HALF_WAY = 0.2;

    private static final double NEW_SPEEDS = 0.02;
    private static final double CLOCK_SHARE = 0.01;

    private final SplittableRandom chance;
    private final Map<Actor, Double> speeds = new EnumMap<>(Actor.class);

    RandomWalk(long seed) {
        chance = new SplittableRandom(seed);
        drawSpeeds();
    }

    private void drawSpeeds() {
        speeds.put(Actor.PLANNER, Math.pow(2, -chance.nextDouble(3)));
        speeds.put(Actor.CLOCK, chance.nextInt(4) == 0 ? CLOCK_SHARE : 0);
        Actor.ENACTORS.forEach(enactor -> speeds.put(enactor, Math.pow(2, -chance.nextDouble(6))));
    }

    Move next(SteppedRegion region) {
        if (chance.nextDouble() < NEW_SPEEDS) {
            drawSpeeds();
        }
        List<Move> possible = region.possible(List.of(actor()));
        if (possible.size() == 1) {
            return possible.getFirst();
        }
        boolean halfWay = chance.nextDouble() < HALF_WAY;
        List<Move> fitting = new ArrayList<>(possible);
        fitting.removeIf(move -> (move.verb() == Verb.READ || move.verb() == Verb.LOOK) != halfWay);
        return fitting.getFirst();
    }

    private Actor actor() {
        double total = speeds.values().stream().mapToDouble(d -> d).sum();
        double left = chance.nextDouble(total);
        for (Map.Entry<Actor, Double> one : speeds.entrySet()) {
            left -= one.getValue();
            if (left < 0) {
                return one.getKey();
            }
        }
        return Actor.A;
    }
}
