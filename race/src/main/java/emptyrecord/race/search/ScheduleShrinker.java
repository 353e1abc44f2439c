package emptyrecord.race.search;

import emptyrecord.race.core.Actor;
import emptyrecord.race.core.Move;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.Verb;
import java.util.ArrayList;
import java.util.List;

/**
 * Shortens a failing schedule: leaves moves out and keeps what still fails. It does so in runs, in whole passes of an
 * enactor, in pairs, and at last in whole passes with one other move at another position. In the result no move, and no
 * pair of moves, can be left out.
 */
public final class ScheduleShrinker {

    private final ScheduleReplay playing;

    public ScheduleShrinker(Setup setup, SteppedRegion.Harm.Kind wanted) {
        this.playing = new ScheduleReplay(setup, wanted);
    }

    /** @throws IllegalArgumentException if it does no such harm */
    public Schedule shortest(Schedule failing) {
        List<Move> best = playing.upToTheHarm(failing.moves())
                .orElseThrow(() -> new IllegalArgumentException("this schedule does no such harm: " + failing))
                .moves();
        while (true) {
            List<Move> shorter = pairs(singles(passes(runs(actors(best)))));
            if (shorter.size() == best.size()) {
                shorter = reordered(best);
            }
            if (shorter.size() == best.size()) {
                return new Schedule(best);
            }
            best = shorter;
        }
    }

    private List<Move> actors(List<Move> moves) {
        List<Move> best = moves;
        for (Actor actor : Actor.values()) {
            best = better(best, best.stream().filter(m -> m.actor() != actor).toList());
        }
        return best;
    }

    private List<Move> runs(List<Move> moves) {
        List<Move> best = moves;
        for (int size = best.size() / 2; size > 1; size /= 2) {
            for (int from = 0; from + size <= best.size(); ) {
                List<Move> tried = better(best, without(best, from, from + size));
                from += tried == best ? size : 0;
                best = tried;
            }
        }
        return best;
    }

    /** Leaves out an enactor's moves from one pick to the next. */
    private List<Move> passes(List<Move> moves) {
        List<Move> best = moves;
        for (int from = 0; from < best.size(); from++) {
            if (best.get(from).verb() == Verb.PICK) {
                best = better(best, withoutPass(best, from));
            }
        }
        return best;
    }

    /** Leaves out a pass whose removal needs another move earlier or later. */
    private List<Move> reordered(List<Move> best) {
        for (int pick = 0; pick < best.size(); pick++) {
            if (best.get(pick).verb() == Verb.PICK) {
                List<Move> shorter = withOneMoveElsewhere(best, withoutPass(best, pick));
                if (shorter != best) {
                    return shorter;
                }
            }
        }
        return best;
    }

    private List<Move> withOneMoveElsewhere(List<Move> best, List<Move> candidate) {
        for (int from = 0; from < candidate.size(); from++) {
            List<Move> rest = without(candidate, from, from + 1);
            for (int to = 0; to < candidate.size(); to++) {
                List<Move> moved = new ArrayList<>(rest);
                moved.add(to, candidate.get(from));
                List<Move> shorter = better(best, moved);
                if (shorter != best) {
                    return shorter;
                }
            }
        }
        return best;
    }

    private static List<Move> withoutPass(List<Move> moves, int pick) {
        List<Move> left = new ArrayList<>(moves.subList(0, pick));
        boolean inPass = true;
        for (Move move : moves.subList(pick + 1, moves.size())) {
            boolean same = move.actor() == moves.get(pick).actor();
            inPass &= !(same && move.verb() == Verb.PICK);
            if (!(same && inPass)) {
                left.add(move);
            }
        }
        return left;
    }

    private List<Move> singles(List<Move> moves) {
        List<Move> best = moves;
        for (int at = 0; at < best.size(); ) {
            List<Move> tried = better(best, without(best, at, at + 1));
            at += tried == best ? 1 : 0;
            best = tried;
        }
        return best;
    }

    private List<Move> pairs(List<Move> moves) {
        List<Move> best = moves;
        for (int first = 0; first < best.size(); first++) {
            for (int second = first + 1; second < best.size(); second++) {
                best = better(best, without(without(best, second, second + 1), first, first + 1));
            }
        }
        return best;
    }

    private List<Move> better(List<Move> best, List<Move> candidate) {
        return playing.upToTheHarm(candidate)
                .map(Schedule::moves)
                .filter(moves -> moves.size() < best.size())
                .orElse(best);
    }

    private static List<Move> without(List<Move> moves, int from, int to) {
        List<Move> left = new ArrayList<>(moves.subList(0, from));
        left.addAll(moves.subList(to, moves.size()));
        return left;
    }
}
