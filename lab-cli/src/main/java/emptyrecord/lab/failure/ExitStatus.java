package emptyrecord.lab.failure;

import java.util.List;

/** Exit statuses of {@code ./lab}. Ctrl-C gives 130, as the shell defines it. */
public final class ExitStatus {

    /** Success; of a run: everything went as required. */
    public static final int OK = 0;

    /**
     * The verdict of a run is negative: a milestone is missed, a scenario's required observation is missing, a quiet
     * region was not steady, or a run is no behaviour of the model.
     */
    public static final int MISSED = 1;

    /** Wrong usage; the message lists what is allowed. */
    public static final int USAGE = 2;

    /** The record never became empty, so there was no night to judge; with a guard on, that is the point. */
    public static final int NEVER_EMPTY = 3;

    /** The machine or the region is not in a state to do this; the message says what to do. */
    public static final int ENVIRONMENT = 4;

    /** A run that ended early: no milestone that was due by then is missed, and the others were not due. */
    public static final int ENDED_EARLY = 5;

    /** From the lightest to the gravest: an early end, a missed milestone, a run that did not work. */
    private static final List<Integer> GRAVITY = List.of(OK, NEVER_EMPTY, ENDED_EARLY, MISSED, USAGE, ENVIRONMENT);

    private ExitStatus() {}

    /** The combined status of two results. */
    public static int graver(int one, int other) {
        return GRAVITY.indexOf(one) < GRAVITY.indexOf(other) ? other : one;
    }
}
