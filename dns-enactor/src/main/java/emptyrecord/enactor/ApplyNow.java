package emptyrecord.enactor;

/** Asks the enactor for something now instead of at its next poll. */
public interface ApplyNow {

    /**
     * Lets the enactor look at the planner now; a pass that is under way is what there is to wait for.
     *
     * @throws IllegalStateException says why it cannot: it is frozen, or backs off after a lost lock, which nobody can applyNow
     */
    void lookNow();
}
