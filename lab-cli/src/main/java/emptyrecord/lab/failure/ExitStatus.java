package emptyrecord.lab.failure;

import java.util.List;

/** What {@code ./lab} ends with. Ctrl-C ends it with 130, which is the shell's. */
public final class ExitStatus {

    /** Done; of a run: all of it came as it should. */
    public static final int OK = 0;

    /**
     * A run's verdict is no: a milestone is missed, something a scenario must show was not seen, a quiet region was not
     * steady, or a run is no behaviour of the model.
     */
    public static final int MISSED = 1;

    /** What was typed is wrong; the message says what is allowed. */
    public static final int USAGE = 2;

    /** The record never became empty, so there was no night to judge; with a guard on, that is the point. */
    public static final int NEVER_EMPTY = 3;

    /** The machine or the region is not in a state to do this; the message says what to do. */
    public static final int ENVIRONMENT = 4;

    /** A run that ended early: nothing that was due by then is missed, and the rest was not due. */
    public static final int ENDED_EARLY = 5;

    /** From the lightest to the gravest: an early end, something missed, a run that did not work. */
    private static final List<Integer> GRAVITY = List.of(OK, NEVER_EMPTY, ENDED_EARLY, MISSED, USAGE, ENVIRONMENT);

    private ExitStatus() {}

    /** What several runs end with, of which two came to these. */
    public static int graver(int one, int other) {
        return GRAVITY.indexOf(one) < GRAVITY.indexOf(other) ? other : one;
    }
}
