package emptyrecord.lab.failure;

/** A failure that the person at the terminal can fix; the message says how, and the status gives its kind. */
public final class LabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean silence;

    /** The machine or the region is not in a state for the command. */
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

    /** Wrong usage: a name, a value, two options that exclude each other. */
    public static LabException usage(String message) {
        return new LabException(message, ExitStatus.USAGE, false);
    }

    /** Whether a service did not answer, as opposed to refusing. */
    public boolean isSilence() {
        return silence;
    }

    /** The exit status of {@code ./lab}; see {@link ExitStatus}. */
    public int status() {
        return status;
    }
}
