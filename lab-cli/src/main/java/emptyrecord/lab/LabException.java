package emptyrecord.lab;

/** Something the person at the terminal can mend; the message says how, and the status says whose it is. */
final class LabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** The machine or the region is not in a state to do it. */
    LabException(String message) {
        this(message, ExitStatus.ENVIRONMENT);
    }

    private LabException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** What was typed is wrong: a name, a value, two options that exclude each other. */
    static LabException usage(String message) {
        return new LabException(message, ExitStatus.USAGE);
    }

    /** What {@code ./lab} ends with; see {@link ExitStatus}. */
    int status() {
        return status;
    }
}
