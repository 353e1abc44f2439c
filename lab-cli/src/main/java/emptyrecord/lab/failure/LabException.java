package emptyrecord.lab.failure;

/** Something the person at the terminal can mend; the message says how, and the status says whose it is. */
public final class LabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean silence;

    /** The machine or the region is not in a state to do it. */
    public LabException(String message) {
        this(message, ExitStatus.ENVIRONMENT, false);
    }

    private LabException(String message, int status, boolean silence) {
        super(message);
        this.status = status;
        this.silence = silence;
    }

    /** A service does not answer. */
    public static LabException silence(String message) {
        return new LabException(message, ExitStatus.ENVIRONMENT, true);
    }

    /** What was typed is wrong: a name, a value, two options that exclude each other. */
    public static LabException usage(String message) {
        return new LabException(message, ExitStatus.USAGE, false);
    }

    /** Whether a service did not answer, unlike one that refused. */
    public boolean isSilence() {
        return silence;
    }

    /** What {@code ./lab} ends with; see {@link ExitStatus}. */
    public int status() {
        return status;
    }
}
