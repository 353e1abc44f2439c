package emptyrecord.route53.web;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer in Route 53's namespace, element by element. */
final class XmlAnswer {

    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** {@code &amp;} */
    private static final int ESCAPED_BYTES = 5;

    /** {@code &#x10ffff;} for a character that is not ASCII. */
    private static final int REFERENCE_BYTES = 10;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final XMLStreamWriter out;

    private XmlAnswer() throws XMLStreamException {
        this.out = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
    }

    /** The inside of an element. */
    @FunctionalInterface
    interface Content {
        void write(XmlAnswer to) throws XMLStreamException;
    }

    /** At most so many bytes does a text take. */
    static long bytesMax(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c == '&' || c == '<' || c == '>' ? ESCAPED_BYTES : c < 0x80 ? 1 : REFERENCE_BYTES;
        }
        return bytes;
    }

    static byte[] document(String root, Content content) {
        try {
            XmlAnswer answer = new XmlAnswer();
            answer.out.writeStartDocument("UTF-8", "1.0");
            answer.out.writeStartElement(root);
            answer.out.writeDefaultNamespace(NAMESPACE);
            content.write(answer);
            answer.out.writeEndElement();
            answer.out.writeEndDocument();
            answer.out.flush();
            return answer.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    XmlAnswer text(String name, Object value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(value.toString());
        out.writeEndElement();
        return this;
    }

    XmlAnswer element(String name, Content content) throws XMLStreamException {
        out.writeStartElement(name);
        content.write(this);
        out.writeEndElement();
        return this;
    }
}
