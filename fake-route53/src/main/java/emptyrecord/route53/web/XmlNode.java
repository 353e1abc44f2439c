package emptyrecord.route53.web;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a request: its local name, its text, its children. Read with StAX; document types and external entities
 * are refused, depth is bounded, and the body's length was bounded before.
 */
record XmlNode(String name, String text, List<XmlNode> children) {

    private static final int DEPTH_MAX = 16;
    private static final XMLInputFactory FACTORY = hardened();

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

    /** @throws Route53Error InvalidInput if the bytes are not a well-formed element */
    static XmlNode parse(byte[] body) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a document type is not allowed");
                }
            }
            XmlNode root = read(reader, 0);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } catch (XMLStreamException e) {
            throw Route53Error.invalidInput("Invalid XML ; " + e.getMessage());
        }
    }

    private static XmlNode read(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEPTH_MAX) {
            throw new XMLStreamException("elements are nested deeper than " + DEPTH_MAX);
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<XmlNode> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return new XmlNode(name, text.toString(), children);
    }

    Optional<XmlNode> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    XmlNode required(String wanted) {
        return child(wanted)
                .orElseThrow(() -> Route53Error.invalidInput("Invalid XML ; element " + name + " has no " + wanted));
    }

    /** The child's text; an element that is there but empty counts as absent. */
    Optional<String> value(String wanted) {
        return child(wanted).map(c -> c.text.strip()).filter(t -> !t.isEmpty());
    }

    String requiredValue(String wanted) {
        return value(wanted)
                .orElseThrow(() -> Route53Error.invalidInput("Invalid XML ; element " + name + " needs a " + wanted));
    }
}
