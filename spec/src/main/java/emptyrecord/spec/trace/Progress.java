package emptyrecord.spec.trace;

/** Hears how far a check of a run is. */
@FunctionalInterface
public interface Progress {

    /** Nobody hears it. */
    Progress NONE = (explained, logged) -> {};

    /**
     * A longer way was found.
     *
     * @param explained steps of the run that the model explains so far
     * @param logged steps of the run
     */
    void explained(int explained, int logged);
}
