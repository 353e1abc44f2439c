package emptyrecord.kit.xml;

import java.util.function.Consumer;

/**
 * How large a document may be.
 *
 * @param bytes of the whole document
 * @param tagBytes from one {@code <} to the next, a tag and the text behind it: StAX holds a tag with all its
 *     attributes before it reports it
 * @param depth of nested elements
 * @param attributes attributes and namespaces of all elements
 * @param names is given each element's local name and throws to end the reading: StAX keeps every name that it meets
 */
public record XmlBounds(long bytes, int tagBytes, int depth, int attributes, Consumer<String> names) {

    /** For the answers of the region's own services: a page of record sets or instances is far smaller. Our choice. */
    public static final XmlBounds ANSWER = new XmlBounds(16 << 20, 1 << 20, 32, 1024, name -> {});
}
