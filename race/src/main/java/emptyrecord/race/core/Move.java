package emptyrecord.race.core;

/** One step of a schedule, written {@code c:flip}. */
public record Move(Actor actor, Verb verb) {

    public Move {
        if (!verb.isFor(actor)) {
            throw new IllegalArgumentException("'" + actor.letter() + ":" + verb.wireName() + "' does not fit:"
                    + " p:plan is the planner's, t:expire the clock's, all others are an enactor's (a, b, c)");
        }
    }

    static Move parse(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' is no move; write actor:move, for example c:flip");
        }
        Actor actor = Actor.of(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + parts[0] + "' is nobody; there are p (planner), t (clock), a, b and c (enactors)"));
        Verb verb = Verb.of(parts[1])
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + parts[1] + "' is no move; there are " + String.join(", ", Verb.names())));
        return new Move(actor, verb);
    }

    @Override
    public String toString() {
        return actor.letter() + ":" + verb.wireName();
    }
}
