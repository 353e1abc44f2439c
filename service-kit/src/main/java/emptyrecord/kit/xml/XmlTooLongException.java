package emptyrecord.kit.xml;

/** A document has more bytes than it may have. */
public final class XmlTooLongException extends XmlException {

    private static final long serialVersionUID = 1;

    XmlTooLongException(long bytesMax) {
        super("the document is longer than " + bytesMax + " bytes");
    }
}
