package emptyrecord.spec.trace;

/** Receives the progress of a check. */
@FunctionalInterface
public interface Progress {

    /** Ignores it. */
    Progress NONE = (explained, logged) -> {};

    /**
     * A longer path was found.
     *
     * @param explained steps of the run that the model explains so far
     * @param logged steps of the run
     */
    void explained(int explained, int logged);
}
