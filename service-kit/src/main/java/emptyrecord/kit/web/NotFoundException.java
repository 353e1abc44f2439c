package emptyrecord.kit.web;

/** Something that was asked for by name does not exist; answered as 404 with the message as its detail. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message says what is missing and what there is instead */
    public NotFoundException(String message) {
        super(message);
    }
}
