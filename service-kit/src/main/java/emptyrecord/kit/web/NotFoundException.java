package emptyrecord.kit.web;

/** Something that was asked for by name does not exist; answered as 404 with the message as its detail. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean nothingYet;

    /** @param message says what is missing and what there is instead */
    public NotFoundException(String message) {
        this(message, false);
    }

    private NotFoundException(String message, boolean nothingYet) {
        super(message);
        this.nothingYet = nothingYet;
    }

    /** No name was wrong, but there is nothing yet, for example a replay before the first one. */
    public static NotFoundException nothingYet(String message) {
        return new NotFoundException(message, true);
    }

    boolean isNothingYet() {
        return nothingYet;
    }
}
