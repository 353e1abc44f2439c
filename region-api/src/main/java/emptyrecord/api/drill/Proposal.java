package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;

/**
 * An action that an operator proposed in a drill with approval.
 *
 * @param number from 1 on
 * @param text the operation and its parameters
 * @param minute incident minute of the proposal
 * @param state WAITING when the body omits it
 */
public record Proposal(int number, String text, double minute, State state) {

    public Proposal {
        text = Absent.toEmpty(text);
        state = state == null ? State.WAITING : state;
    }

    /** What became of a proposal; whether an approved action worked is in the log. */
    public enum State {
        WAITING,
        APPROVED,
        REJECTED
    }

    public Proposal as(State now) {
        return new Proposal(number, text, minute, now);
    }
}
