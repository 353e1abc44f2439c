package emptyrecord.race.search;

import emptyrecord.race.core.Actor;
import emptyrecord.race.core.Move;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every schedule, the short ones first, so that the first one that does harm is a shortest one. States that were seen
 * before are not continued. For small clean-up ages only: the number of states grows with the length.
 */
public final class BreadthFirst {

    private final Setup setup;
    private final List<Actor> actors;
    private int states;

    /** @param actors that may move; two enactors are enough (F40) */
    public BreadthFirst(Setup setup, List<Actor> actors) {
        this.setup = setup;
        this.actors = List.copyOf(actors);
    }

    /** Distinct states seen so far. */
    public int states() {
        return states;
    }

    /** A shortest schedule that does this harm; empty if none of at most {@code movesMax} moves does. */
    public Optional<Schedule> shortest(SteppedRegion.Harm.Kind wanted, int movesMax) {
        Set<Object> seen = new HashSet<>();
        List<Node> frontier = List.of(node(List.of(), new SteppedRegion(setup)));
        for (int length = 1; length <= movesMax; length++) {
            List<Node> next = new ArrayList<>();
            for (Node node : frontier) {
                for (Move move : node.possible()) {
                    List<Move> longer = new ArrayList<>(node.path());
                    longer.add(move);
                    SteppedRegion region = replay(longer);
                    if (region.has(wanted)) {
                        return Optional.of(new Schedule(longer));
                    }
                    if (seen.add(region.fingerprint())) {
                        next.add(node(longer, region));
                    }
                }
            }
            states = seen.size();
            frontier = next;
        }
        return Optional.empty();
    }

    private record Node(List<Move> path, List<Move> possible) {}

    private Node node(List<Move> path, SteppedRegion region) {
        return new Node(path, region.possible(actors));
    }

    private SteppedRegion replay(List<Move> path) {
        SteppedRegion region = new SteppedRegion(setup);
        path.forEach(region::move);
        return region;
    }
}
