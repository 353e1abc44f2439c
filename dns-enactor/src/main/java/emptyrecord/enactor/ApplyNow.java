package emptyrecord.enactor;

/** Asks the enactor for something now instead of at its next poll. */
public interface ApplyNow {

    /**
     * Lets the enactor read the newest plan now; a pass that is under way goes on.
     *
     * @throws IllegalStateException says why it cannot: it is frozen, or backs off after a lost lock, which nobody can applyNow
     */
    void lookNow();
}
