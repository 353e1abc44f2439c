package emptyrecord.kit.points;

import java.time.Instant;
import java.util.Optional;

/** One point of {@link Points}; guarded by its lock. */
final class Waypoint {

    private final String name;
    private final String meaning;
    private Optional<Hold> hold = Optional.empty();
    private Optional<Standing> standing = Optional.empty();
    private long steps;
    private long timesReached;

    Waypoint(String name, String meaning) {
        this.name = name;
        this.meaning = meaning;
    }

    String name() {
        return name;
    }

    Optional<Hold> hold() {
        return hold;
    }

    /** Whether the same hold was there already and has only got a longer lease. */
    boolean held(Hold wanted) {
        boolean renewed = hold.filter(h -> h.target().equals(wanted.target())).isPresent();
        hold = Optional.of(wanted);
        return renewed;
    }

    void letGo() {
        hold = Optional.empty();
    }

    Instant until() {
        return hold.map(Hold::until).orElse(Instant.MIN);
    }

    Optional<Standing> standing() {
        return standing;
    }

    void reached(Standing who) {
        standing = Optional.of(who);
        timesReached++;
    }

    void left() {
        standing = Optional.empty();
    }

    long steps() {
        return steps;
    }

    void step() {
        steps++;
    }

    PointState state() {
        return new PointState(name, meaning, hold, standing, timesReached);
    }
}
