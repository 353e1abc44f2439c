package emptyrecord.kit.points;

/** There is no such point; the message names those there are. */
public final class UnknownPointException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownPointException(String message) {
        super(message);
    }
}
