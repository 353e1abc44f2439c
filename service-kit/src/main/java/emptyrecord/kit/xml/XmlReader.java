package emptyrecord.kit.xml;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a document with StAX as it comes, without holding it as a whole. Document types, entities of its own and processing
 * instructions are rejected; depth, attributes and bytes are bounded ({@link XmlBounds}). The caller bounds the elements.
 */
public final class XmlReader {

    private static final XMLInputFactory FACTORY = hardened();
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String NO_UTF_8 = "the document is not UTF-8; no other encoding is read";

    private final XMLStreamReader reader;
    private final XmlBounds bounds;
    private int depth;
    private int attributes;

    private XmlReader(XMLStreamReader reader, XmlBounds bounds) {
        this.reader = reader;
        this.bounds = bounds;
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** Builds a value from a document. */
    @FunctionalInterface
    public interface Reading<T> {

        /** @param xml stands on the root element */
        T read(XmlReader xml);
    }

    /**
     * Reads a document to its end.
     *
     * @throws XmlException if it is not well-formed, or larger than the bounds
     */
    public static <T> T read(InputStream document, XmlBounds bounds, Reading<T> reading) {
        XmlReader xml = new XmlReader(open(new BoundedInput(document, bounds)), bounds);
        while (!xml.advance()) {
            // anything before the root is ignored
        }
        T read = reading.read(xml);
        while (xml.hasNext()) {
            xml.advance();
        }
        return read;
    }

    /** A document as a whole. */
    public static XmlNode tree(byte[] document, XmlBounds bounds) {
        return read(new ByteArrayInputStream(document), bounds, xml -> xml.node(XmlNode.Budget.UNBOUNDED));
    }

    /**
     * As UTF-8, whatever the document says: in another encoding the bound on a tag would count something else. It is
     * decoded here, because StAX prints bytes that are no UTF-8 to the standard error itself.
     */
    private static XMLStreamReader open(InputStream document) {
        try {
            BufferedReader characters =
                    new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8.newDecoder()));
            characters.mark(1);
            if (characters.read() != BYTE_ORDER_MARK) {
                characters.reset();
            }
            return FACTORY.createXMLStreamReader(characters);
        } catch (IOException e) {
            throw new XmlException(NO_UTF_8, e);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private boolean hasNext() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private static XmlException malformed(XMLStreamException e) {
        if (e.getNestedException() instanceof CharacterCodingException) {
            return new XmlException(NO_UTF_8, e);
        }
        return new XmlException(String.valueOf(e.getMessage()), e);
    }

    /** @return whether it stands on the beginning of an element now */
    private boolean advance() {
        int event = next();
        rejectNeedless(event);
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        if (event != XMLStreamConstants.START_ELEMENT) {
            return false;
        }
        depth++;
        attributes += reader.getAttributeCount() + reader.getNamespaceCount();
        bounds.names().accept(name());
        if (depth > bounds.depth()) {
            throw new XmlException("elements are nested deeper than " + bounds.depth());
        }
        if (attributes > bounds.attributes()) {
            throw new XmlException("the document has more than " + bounds.attributes() + " attributes and namespaces");
        }
        return true;
    }

    /** The JDK's parser has no words for some characters in a document type, and throws what is missing then. */
    private int next() {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (XmlException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new XmlException("the document is not well-formed", e);
        }
    }

    /** StAX keeps the name of each of them, and no protocol of the region has any. */
    private static void rejectNeedless(int event) {
        switch (event) {
            case XMLStreamConstants.DTD -> throw new XmlException("a document type is not allowed");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                throw new XmlException("a processing instruction is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new XmlException("an entity is not allowed");
            default -> {
                // elements, text and comments
            }
        }
    }

    /** Local name of the element on which it stands. */
    public String name() {
        return reader.getLocalName();
    }

    /** Goes to the next child, or to the element's end and returns false. Text between children is ignored. */
    public boolean nextChild() {
        while (!advance()) {
            if (reader.getEventType() == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return true;
    }

    /** The element on which it stands, whole. */
    public XmlNode node(XmlNode.Budget budget) {
        String name = name();
        budget.element();
        StringBuilder text = new StringBuilder();
        List<XmlNode> children = new ArrayList<>(0);
        while (true) {
            if (advance()) {
                children.add(node(budget));
                continue;
            }
            switch (reader.getEventType()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    budget.text(reader.getTextLength());
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlNode(name, text.toString().strip(), children);
                }
                default -> {
                    // comments are ignored
                }
            }
        }
    }
}
