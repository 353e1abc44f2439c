package emptyrecord.race.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An enactor's moves go from one named point to the next ({@link emptyrecord.enactor.core.Point}); {@link #READ} and
 * {@link #LOOK} stop half-way, between a reading and its use.
 */
public enum Verb {
    PLAN("the planner writes the next plan"),
    EXPIRE("incident time passes until every lock has run out"),
    PICK("polls, reads the newest plan and checks it once: to after-check, or nothing newer is there"),
    READ("reads the endpoint's head and stands between that and the lock"),
    LOCK("wins the lock and builds the tree: to before-flip; or loses it: to lost-lock"),
    LOSE("loses the acquisition without a try (fault lose-lock, F1): to lost-lock"),
    FLIP("goes live: to after-flip, which is before-clean at the last endpoint"),
    CLEAN("lists the zone's trees: to before-delete if one is old"),
    LOOK("reads the head before a delete and stands between the two"),
    DELETE("deletes one old tree");

    private final String meaning;

    Verb(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFor(Actor actor) {
        return switch (this) {
            case PLAN -> actor == Actor.PLANNER;
            case EXPIRE -> actor == Actor.CLOCK;
            default -> actor.isEnactor();
        };
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Verb::wireName).toList();
    }

    static Optional<Verb> of(String name) {
        return Arrays.stream(values()).filter(v -> v.wireName().equals(name)).findFirst();
    }
}
