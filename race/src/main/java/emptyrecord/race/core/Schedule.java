package emptyrecord.race.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order of moves, written in one line: {@code c:pick,p:plan,a:pick,…}. {@code p:plan*3} is the same move three
 * times. In the region that plays it, plan 1 is written and applied nowhere.
 */
public record Schedule(List<Move> moves) {

    /** Longest accepted line: our choice, far beyond what a person steps. */
    public static final int MOVES_MAX = 10_000;

    private static final Set<Verb> F40 = EnumSet.of(Verb.PLAN, Verb.PICK, Verb.FLIP, Verb.DELETE);

    public Schedule {
        moves = List.copyOf(moves);
    }

    /** @throws IllegalArgumentException with the error and the correct form */
    public static Schedule parse(String line) {
        List<Move> moves = new ArrayList<>();
        for (String part : Arrays.stream(line.split(",", -1)).map(String::strip).toList()) {
            int star = part.indexOf('*');
            Move move = Move.parse(star < 0 ? part : part.substring(0, star));
            int times = star < 0 ? 1 : times(part, star);
            for (int i = 0; i < times; i++) {
                moves.add(move);
            }
            if (moves.size() > MOVES_MAX) {
                throw new IllegalArgumentException("a schedule has at most " + MOVES_MAX + " moves");
            }
        }
        return new Schedule(moves);
    }

    private static int times(String part, int star) {
        try {
            int times = Integer.parseInt(part.substring(star + 1).strip());
            if (times > 0 && times <= MOVES_MAX) {
                return times;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new IllegalArgumentException(
                "'" + part + "': after the star comes how often, 1 to " + MOVES_MAX + ", for example p:plan*3");
    }

    public int length() {
        return moves.size();
    }

    /** The steps that F40 counts, as does the model in spec/: a plan written, picked, flipped to, a tree deleted. */
    public long stepsOfF40() {
        return moves.stream().map(Move::verb).filter(F40::contains).count();
    }

    /** Equal moves in a row are written once, with their number. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < moves.size()) {
            int to = from;
            while (to < moves.size() && moves.get(to).equals(moves.get(from))) {
                to++;
            }
            parts.add(moves.get(from) + (to - from > 1 ? "*" + (to - from) : ""));
            from = to;
        }
        return parts.stream().collect(Collectors.joining(","));
    }
}
