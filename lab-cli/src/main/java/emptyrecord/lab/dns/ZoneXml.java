package emptyrecord.lab.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The Route 53 API's XML, as far as a reader of zones needs it. */
final class ZoneXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private ZoneXml() {}

    /** @param next the query of the page after this one, empty on the last */
    record Page(List<ZoneRecord> records, Optional<String> next) {}

    /** Ids of hosted zones by name. */
    static Map<String, String> zoneIds(byte[] listHostedZones) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Element zone : all(root(listHostedZones), "HostedZone")) {
            String id = text(zone, "Id").orElse("");
            ids.put(plain(text(zone, "Name").orElse("")), id.substring(id.lastIndexOf('/') + 1));
        }
        return ids;
    }

    static Page page(byte[] listResourceRecordSets) {
        Element root = root(listResourceRecordSets);
        List<ZoneRecord> records =
                all(root, "ResourceRecordSet").stream().map(ZoneXml::record).toList();
        return new Page(records, text(root, "NextRecordName").map(name -> next(root, name)));
    }

    private static String next(Element root, String name) {
        StringBuilder query = new StringBuilder("?name=").append(encoded(name));
        text(root, "NextRecordType").ifPresent(type -> query.append("&type=").append(encoded(type)));
        text(root, "NextRecordIdentifier")
                .ifPresent(id -> query.append("&identifier=").append(encoded(id)));
        return query.toString();
    }

    private static ZoneRecord record(Element set) {
        return new ZoneRecord(
                plain(text(set, "Name").orElse("")),
                text(set, "Type").orElse(""),
                orNull(text(set, "SetIdentifier")),
                text(set, "Weight").map(Integer::valueOf).orElse(0),
                all(set, "Value").stream().map(Element::getTextContent).toList(),
                orNull(text(set, "DNSName").map(ZoneXml::plain)));
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    private static Element root(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalArgumentException("the Route 53 API did not answer with XML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser", e);
        }
    }

    private static List<Element> all(Element in, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = in.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static Optional<String> text(Element in, String name) {
        return all(in, name).stream().findFirst().map(Element::getTextContent);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
