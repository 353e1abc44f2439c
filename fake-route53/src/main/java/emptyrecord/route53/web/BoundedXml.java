package emptyrecord.route53.web;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A request's XML, read with StAX as it comes and never held as a whole. Document types, entities and processing
 * instructions are refused; depth, attributes and the bytes of the body and of one tag with its text are bounded. Whoever reads bounds
 * the elements.
 */
final class BoundedXml {

    /** What Route 53's requests need is 8. */
    private static final int DEPTH_MAX = 16;

    /** Attributes and namespaces of a whole request; Route 53's requests have one. */
    private static final int ATTRIBUTES_MAX = 32;

    /**
     * Every element of the request that Route 53 has (docs.aws.amazon.com, ChangeResourceRecordSets). Other names end the
     * reading, for StAX keeps each name that it meets.
     */
    private static final Set<String> KNOWN = Set.of(
            ("ChangeResourceRecordSetsRequest ChangeBatch Comment Changes Change Action ResourceRecordSet Name Type TTL"
                            + " SetIdentifier Weight ResourceRecords ResourceRecord Value AliasTarget HostedZoneId DNSName"
                            + " EvaluateTargetHealth Region Failover GeoLocation ContinentCode CountryCode SubdivisionCode"
                            + " GeoProximityLocation AWSRegion LocalZoneGroup Coordinates Latitude Longitude Bias"
                            + " CidrRoutingConfig CollectionId LocationName MultiValueAnswer HealthCheckId"
                            + " TrafficPolicyInstanceId")
                    .split(" "));

    private static final int NAME_SHOWN = 64;

    private static final XMLInputFactory FACTORY = hardened();

    private final XMLStreamReader reader;
    private int depth;
    private int attributes;

    private BoundedXml(XMLStreamReader reader) {
        this.reader = reader;
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

    /** What reads a request. */
    @FunctionalInterface
    interface Reading<T> {

        /** @param xml stands on the root element */
        T read(BoundedXml xml) throws XMLStreamException;
    }

    /**
     * Reads a request to its end.
     *
     * @param bytesMax longest body
     * @throws Route53Error InvalidInput if it is no well-formed element, or larger than the bounds
     */
    static <T> T read(InputStream body, int bytesMax, Reading<T> reading) {
        try {
            // UTF-8 as the AWS SDKs send it: in another encoding the bound on a tag would count something else
            InputStream bounded = new BodyBound(body, bytesMax);
            BoundedXml xml = new BoundedXml(FACTORY.createXMLStreamReader(bounded, "UTF-8"));
            while (!xml.advance()) {
                // what stands before the root says nothing
            }
            T read = reading.read(xml);
            while (xml.reader.hasNext()) {
                xml.advance();
            }
            return read;
        } catch (XMLStreamException e) {
            throw Route53Error.invalidInput("Invalid XML ; " + e.getMessage());
        }
    }

    /** @return whether it stands on the beginning of an element now */
    private boolean advance() throws XMLStreamException {
        int event = reader.next();
        refuseNeedless(event);
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        if (event != XMLStreamConstants.START_ELEMENT) {
            return false;
        }
        depth++;
        attributes += reader.getAttributeCount() + reader.getNamespaceCount();
        if (!KNOWN.contains(name())) {
            throw new XMLStreamException("a ChangeResourceRecordSetsRequest has no element " + shortened(name()));
        }
        if (depth > DEPTH_MAX) {
            throw new XMLStreamException("elements are nested deeper than " + DEPTH_MAX);
        }
        if (attributes > ATTRIBUTES_MAX) {
            throw new XMLStreamException(
                    "the request has more than " + ATTRIBUTES_MAX + " attributes and namespaces; it needs one");
        }
        return true;
    }

    /** StAX keeps the name of each of them, and Route 53's requests have none. */
    private static void refuseNeedless(int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type is not allowed");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                throw new XMLStreamException("a processing instruction is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity is not allowed");
            default -> {
                // elements, text and comments
            }
        }
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), NAME_SHOWN));
    }

    /** Local name of the element on which it stands. */
    String name() {
        return reader.getLocalName();
    }

    /** Goes to the next child, or to the element's end and says false. Text between children says nothing. */
    boolean nextChild() throws XMLStreamException {
        while (!advance()) {
            if (reader.getEventType() == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return true;
    }

    /**
     * The element on which it stands, whole.
     *
     * @param budget what it may have in it
     */
    XmlNode node(XmlNode.Budget budget) throws XMLStreamException {
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
                    // comments say nothing
                }
            }
        }
    }
}
