package emptyrecord.lab;

/** What {@code ./lab} ends with. */
final class ExitStatus {

    static final int OK = 0;

    /** A replay ended, but a milestone came outside its tolerance; or a run is no behaviour of the model. */
    static final int MISSED = 1;

    /** The command line was wrong (picocli's own). */
    static final int USAGE = 2;

    /** The record never became empty, so there was no night to judge; with a guard on, that is the point. */
    static final int NEVER_EMPTY = 3;

    /** The machine or the region is not in a state to do this; the message says what to do. */
    static final int ENVIRONMENT = 4;

    private ExitStatus() {}
}
