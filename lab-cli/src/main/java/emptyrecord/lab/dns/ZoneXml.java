package emptyrecord.lab.dns;

import emptyrecord.kit.xml.XmlBounds;
import emptyrecord.kit.xml.XmlException;
import emptyrecord.kit.xml.XmlNode;
import emptyrecord.kit.xml.XmlReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of the Route 53 API's XML that a reader of zones needs. */
final class ZoneXml {

    private ZoneXml() {}

    /** @param next the query of the page after this one, empty on the last */
    record Page(List<ZoneRecord> records, Optional<String> next) {}

    /** Ids of hosted zones by name. */
    static Map<String, String> zoneIds(byte[] listHostedZones) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (XmlNode zone : root(listHostedZones).all("HostedZone")) {
            String id = zone.first("Id").orElse("");
            ids.put(plain(zone.first("Name").orElse("")), id.substring(id.lastIndexOf('/') + 1));
        }
        return ids;
    }

    static Page page(byte[] listResourceRecordSets) {
        XmlNode root = root(listResourceRecordSets);
        List<ZoneRecord> records =
                root.all("ResourceRecordSet").stream().map(ZoneXml::record).toList();
        return new Page(records, root.first("NextRecordName").map(name -> next(root, name)));
    }

    private static String next(XmlNode root, String name) {
        StringBuilder query = new StringBuilder("?name=").append(encoded(name));
        root.first("NextRecordType").ifPresent(type -> query.append("&type=").append(encoded(type)));
        root.first("NextRecordIdentifier")
                .ifPresent(id -> query.append("&identifier=").append(encoded(id)));
        return query.toString();
    }

    private static ZoneRecord record(XmlNode set) {
        return new ZoneRecord(
                plain(set.first("Name").orElse("")),
                set.first("Type").orElse(""),
                orNull(set.first("SetIdentifier")),
                set.first("Weight").map(Integer::valueOf).orElse(0),
                set.all("Value").stream().map(XmlNode::text).toList(),
                orNull(set.first("DNSName").map(ZoneXml::plain)));
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    private static XmlNode root(byte[] xml) {
        try {
            return XmlReader.tree(xml, XmlBounds.ANSWER);
        } catch (XmlException e) {
            throw new IllegalArgumentException("the Route 53 API did not answer with XML: " + e.getMessage(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
