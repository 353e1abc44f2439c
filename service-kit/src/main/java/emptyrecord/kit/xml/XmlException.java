package emptyrecord.kit.xml;

/** A document is not well-formed or larger than its bounds; the message says which. */
public class XmlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    XmlException(String message) {
        super(message);
    }

    XmlException(String message, Throwable cause) {
        super(message, cause);
    }
}
