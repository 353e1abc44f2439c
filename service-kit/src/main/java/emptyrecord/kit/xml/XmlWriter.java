package emptyrecord.kit.xml;

import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a document as UTF-8 with StAX: elements with text, nested by lambdas. */
public final class XmlWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** {@code &amp;} */
    private static final int ESCAPED_BYTES = 5;

    /** A character that is not ASCII; a pair of surrogates takes four together. */
    private static final int WIDE_BYTES = 3;

    private static final int USUAL_BYTES = 1024;
    private static final int REPLACEMENT = 0xFFFD;

    private final XMLStreamWriter out;

    private XmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * The document's element.
     *
     * @param namespace empty for none
     * @param bytes that the document takes about, so that its buffer need not grow
     */
    public record Root(String name, String namespace, int bytes) {

        public Root(String name, String namespace) {
            this(name, namespace, USUAL_BYTES);
        }
    }

    public static XmlDocument document(Root root, Consumer<XmlWriter> content) {
        XmlDocument document = new XmlDocument(root.bytes());
        writing(() -> {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(document.buffer(), "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement(root.name());
            if (!root.namespace().isEmpty()) {
                out.writeDefaultNamespace(root.namespace());
            }
            content.accept(new XmlWriter(out));
            out.writeEndElement();
            out.writeEndDocument();
            out.flush();
        });
        return document;
    }

    /** An element with a text. */
    public XmlWriter text(String name, Object value) {
        writing(() -> {
            out.writeStartElement(name);
            out.writeCharacters(writable(value.toString()));
            out.writeEndElement();
        });
        return this;
    }

    /** An element with elements. */
    public XmlWriter element(String name, Consumer<XmlWriter> content) {
        writing(() -> {
            out.writeStartElement(name);
            content.accept(this);
            out.writeEndElement();
        });
        return this;
    }

    /** The same, for a lambda that has the writer already. */
    public XmlWriter element(String name, Runnable content) {
        return element(name, writer -> content.run());
    }

    /** An upper bound on the bytes of a text. */
    public static long bytesMax(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c == '&' || c == '<' || c == '>' ? ESCAPED_BYTES : c >= ' ' && c < 0x80 ? 1 : WIDE_BYTES;
        }
        return bytes;
    }

    /** Most control characters and halves of pairs cannot be written at all (XML 1.0, section 2.2); they are replaced. */
    private static String writable(String text) {
        if (text.codePoints().allMatch(XmlWriter::isWritable)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().forEach(c -> replaced.appendCodePoint(isWritable(c) ? c : REPLACEMENT));
        return replaced.toString();
    }

    private static boolean isWritable(int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c >= ' ' && !half && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n' || c == '\r';
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void writing(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document could not be written", e);
        }
    }
}
