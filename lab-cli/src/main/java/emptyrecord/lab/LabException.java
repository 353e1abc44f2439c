package emptyrecord.lab;

/** Something a person can mend; its message says what is wrong and what to do, and is all that is printed. */
final class LabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LabException(String message) {
        super(message);
    }
}
