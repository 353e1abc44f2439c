package emptyrecord.enactor.core;

/** The outcome of a batch. */
public sealed interface BatchOutcome {

    /**
     * All of it is in the zone.
     *
     * @param changeId Route 53's own, in the order of acceptance; empty where changes have no ids
     */
    record Applied(String changeId) implements BatchOutcome {
        public Applied() {
            this("");
        }
    }

    /** None of it is; {@code message} is Route 53's own. */
    record Refused(String message) implements BatchOutcome {}
}
