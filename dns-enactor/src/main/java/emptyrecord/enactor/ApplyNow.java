package emptyrecord.enactor;

/** Triggers the enactor's work immediately instead of at its next poll. */
public interface ApplyNow {

    /**
     * Lets the enactor read the newest plan now; a pass that is under way continues.
     *
     * @throws IllegalStateException with the reason: it is frozen, or backs off after a lost lock, which cannot be cut
     * short
     */
    void lookNow();
}
