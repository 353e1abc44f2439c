package emptyrecord.enactor.core;

/** What became of a batch. */
public sealed interface BatchOutcome {

    /** All of it is in the zone. */
    record Applied() implements BatchOutcome {}

    /** None of it is; {@code message} is Route 53's own. */
    record Refused(String message) implements BatchOutcome {}
}
