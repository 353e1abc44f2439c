package emptyrecord.race.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The actor of a move in a schedule: the planner, the clock, or one of the three enactors (F30, F31). */
public enum Actor {
    PLANNER("p"),
    CLOCK("t"),
    A("a"),
    B("b"),
    C("c");

    /** F31. */
    public static final List<Actor> ENACTORS = List.of(A, B, C);

    private final String letter;

    Actor(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    public boolean isEnactor() {
        return ENACTORS.contains(this);
    }

    static Optional<Actor> of(String letter) {
        return Arrays.stream(values()).filter(a -> a.letter.equals(letter)).findFirst();
    }
}
