package emptyrecord.route53.web;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Escaped;
import emptyrecord.kit.testkit.fuzz.Mutation;
import emptyrecord.kit.testkit.fuzz.Odd;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests to Route 53's API by chance: valid ones, ones with odd values, and both of them mutated, wrapped in entity bombs,
 * or written in another encoding.
 */
final class Route53Requests {

    /** The zone that batches change. */
    static final String ZONE = "Z01REGIONAL";

    private static final String API = "/2013-04-01/";
    private static final String APEX = "dynamodb.us-east-1.amazonaws.test";
    private static final String NAMESPACE = " xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, Charset.forName("IBM037"));

    private final Chance chance;

    /** Port at which nobody may ask: an external entity points to it. */
    private final int trap;

    private Route53Requests(Chance chance, int trap) {
        this.chance = chance;
        this.trap = trap;
    }

    /** @param body empty for GET and DELETE */
    @SuppressWarnings("ArrayRecordComponent")
    record Request(String method, String path, byte[] body) {

        boolean isBatch() {
            return method.equals("POST") && path.endsWith(ZONE + "/rrset");
        }

        @Override
        public String toString() {
            return method + " " + path + " " + Escaped.of(body);
        }
    }

    static Request request(Chance chance, int trap) {
        return new Route53Requests(chance, trap).request();
    }

    private Request request() {
        return switch (chance.below(10)) {
            case 0 -> new Request(chance.of("GET", "GET", "DELETE", "PUT", "PATCH"), listing(), new byte[0]);
            case 1 -> post("hostedzone", element("CreateHostedZoneRequest", zone()));
            case 2 -> post("hostedzone/" + id(), element("UpdateHostedZoneCommentRequest", leaf("Comment", "note")));
            case 3 -> post("tags/hostedzone/" + id(), element("ChangeTagsForResourceRequest", tags()));
            case 4 ->
                post(
                        "tags/hostedzone",
                        element(
                                "ListTagsForResourcesRequest",
                                element("ResourceIds", repeated(12, leaf("ResourceId", ZONE)))));
            default -> post("hostedzone/" + ZONE + "/rrset", element("ChangeResourceRecordSetsRequest", batch()));
        };
    }

    private Request post(String path, String document) {
        return new Request("POST", API + path, bytes(document));
    }

    private byte[] bytes(String document) {
        String whole = chance.oneIn(12) ? armed(document) : prolog() + document;
        byte[] bytes = whole.getBytes(chance.oneIn(15) ? chance.of(CHARSETS) : StandardCharsets.UTF_8);
        return chance.oneIn(4) ? Mutation.of(bytes, chance) : bytes;
    }

    private String prolog() {
        if (!chance.oneIn(6)) {
            return "<?xml version=\"1.0\"?>";
        }
        return chance.of(
                "",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<?xml version=\"1.1\"?>",
                "<?xml version=\"1.0\" encoding=\"" + chance.of("UTF-16", "UTF-7", "EBCDIC", "x", "") + "\"?>",
                "<!-- " + chance.word() + " -->",
                "<?pi " + chance.word() + "?>",
                "\uFEFF<?xml version=\"1.0\"?>");
    }

    /** With a document type: bombs of entities, and entities from files and other servers. */
    private String armed(String document) {
        String file = "file:///etc/passwd";
        String server = "http://127.0.0.1:" + trap + "/x.dtd";
        String type = chance.of(
                bomb(),
                "<!ENTITY a \"" + "x".repeat(4_000) + "\">",
                "<!ENTITY a SYSTEM \"" + file + "\">",
                "<!ENTITY a SYSTEM \"" + server + "\">",
                "<!ENTITY % a SYSTEM \"" + server + "\"> %a;",
                "<!ENTITY a PUBLIC \"p\" \"" + server + "\">",
                "<!ENTITY a \"&a;\">",
                "<!ELEMENT a ANY><!ATTLIST a b CDATA \"c\">",
                "<!NOTATION n SYSTEM \"" + server + "\"><!ENTITY a SYSTEM \"x\" NDATA n>");
        String outside = chance.oneIn(3) ? " SYSTEM \"" + chance.of(file, server) + "\"" : "";
        return "<!DOCTYPE x" + outside + " [" + type + "]>" + document.replaceFirst("</", "&a;</");
    }

    private static String bomb() {
        return "<!ENTITY z \"lol\">"
                + IntStream.range(0, 12)
                        .mapToObj(i -> "<!ENTITY " + (char) ('y' - 2 * i) + " \""
                                + ("&" + (i == 0 ? 'z' : (char) ('y' - 2 * (i - 1))) + ";").repeat(10) + "\">")
                        .collect(Collectors.joining())
                + "<!ENTITY a \"&c;\">";
    }

    private String element(String name, String content) {
        String odd =
                chance.oneIn(150) ? chance.of("n:" + name, name + "x", "x".repeat(3_000), "\u00e9", "a:b:c") : name;
        String attributes = name.endsWith("Request") && !chance.oneIn(30) ? NAMESPACE : attributes();
        return "<" + odd + attributes + ">" + content + "</" + (chance.oneIn(300) ? name + "y" : odd) + ">";
    }

    private String attributes() {
        if (!chance.oneIn(150)) {
            return "";
        }
        return chance.of(
                " xmlns:n=\"urn:x\"",
                " xmlns=\"\"",
                " a=\"1\" a=\"2\"",
                " xml:space=\"preserve\"",
                " xmlns:xml=\"urn:x\"",
                " a=\"&lt;\"",
                IntStream.range(0, 60).mapToObj(i -> " xmlns:n" + i + "=\"u\"").collect(Collectors.joining()));
    }

    /** @param usual the value, unless chance puts an odd one there */
    private String leaf(String name, String usual) {
        String value = chance.oneIn(30) ? Odd.any(chance) : usual;
        String text = chance.oneIn(5) ? value : value.replace("&", "&amp;").replace("<", "&lt;");
        return chance.oneIn(100) ? "" : element(name, chance.oneIn(30) ? "<![CDATA[" + value + "]]>" : text);
    }

    private String repeated(int most, String element) {
        return element.repeat(chance.oneIn(30) ? chance.below(most) : 1);
    }

    private String zone() {
        return leaf("Name", chance.of("made.test", "example.com", chance.word() + ".test"))
                + leaf("CallerReference", chance.word())
                + element("HostedZoneConfig", leaf("Comment", "made") + leaf("PrivateZone", "false"));
    }

    private String tags() {
        return element("AddTags", repeated(12, element("Tag", leaf("Key", chance.word()) + leaf("Value", "v"))))
                + element("RemoveTagKeys", repeated(12, leaf("Key", chance.word())));
    }

    private String batch() {
        String changes =
                IntStream.range(0, chance.between(1, 3)).mapToObj(i -> change()).collect(Collectors.joining());
        return element("ChangeBatch", leaf("Comment", "batch") + element("Changes", repeated(1_200, changes)));
    }

    private String change() {
        String type = chance.of("A", "AAAA", "TXT", "CNAME", "SRV", "NS", "SOA", "MX", "HTTPS", "ANY", "a");
        String name = chance.of(
                chance.word() + "." + APEX, "n." + APEX, "*.w." + APEX, APEX, "other.test", "\\052." + APEX, "a..b");
        String shape = chance.oneIn(3)
                ? element(
                        "AliasTarget",
                        leaf("HostedZoneId", chance.of(ZONE, "Z05ELB"))
                                + leaf("DNSName", chance.of("n." + APEX, name, "none." + APEX))
                                + leaf("EvaluateTargetHealth", "false"))
                : leaf("TTL", "60")
                        + element(
                                "ResourceRecords",
                                repeated(300, element("ResourceRecord", leaf("Value", value(type)))));
        String weight = chance.oneIn(4) ? leaf("SetIdentifier", chance.word()) + leaf("Weight", "10") : "";
        String unserved = chance.oneIn(20) ? leaf(chance.of("Region", "Failover", "HealthCheckId"), "x") : "";
        return element(
                "Change",
                leaf("Action", chance.of("CREATE", "UPSERT", "UPSERT", "DELETE"))
                        + element(
                                "ResourceRecordSet",
                                leaf("Name", name) + leaf("Type", type) + weight + unserved + shape));
    }

    private String value(String type) {
        return switch (type) {
            case "A" -> chance.of("10.0.0." + chance.below(300), "10.0.0.1", "1.2.3", "0x7f.1", "::1");
            case "AAAA" ->
                chance.of("::1", "2001:db8::" + chance.below(9_999), ":::", "::ffff:1.2.3.4", "fe80::1%eth0");
            case "TXT" ->
                chance.of("\"t\"", "\"a\" \"b\"", "\"\\200\"", "\"\\999\"", "\"", "\"" + "t".repeat(300) + "\"");
            case "SRV" -> chance.of("1 2 80 n.test", "1 2 70000 n.test", "1 2", "-1 2 3 n.test");
            case "MX" -> chance.of("10 m.test", "m.test", "65536 m.test");
            default -> chance.of("n." + APEX, "x", "1 . alpn=h2", "ns.test. host.test. 1 2 3 4 5");
        };
    }

    private String listing() {
        return API
                + chance.of(
                        "hostedzone" + query("marker", "maxitems", "delegationsetid", "hostedzonetype"),
                        "hostedzonesbyname" + query("dnsname", "hostedzoneid", "maxitems"),
                        "hostedzone/" + id(),
                        "hostedzone/" + id() + "/rrset" + query("name", "type", "identifier", "maxitems"),
                        "hostedzone/" + id() + "/dnssec",
                        "hostedzonecount",
                        "change/" + id(),
                        "tags/" + chance.of("hostedzone", "healthcheck", encoded()) + "/" + id(),
                        "healthcheck" + query("marker", "maxitems"),
                        encoded() + "/" + encoded());
    }

    private String query(String... names) {
        return "?"
                + IntStream.range(0, chance.below(4))
                        .mapToObj(i -> chance.of(names) + "="
                                + (chance.oneIn(2) ? encoded() : chance.of("1", "A", APEX, "n." + APEX, ZONE)))
                        .collect(Collectors.joining("&"));
    }

    /** Never the zone whose content is compared, so that only batches change it. */
    private String id() {
        return chance.oneIn(3) ? encoded() : chance.of("Z03FIPS", "Z04ACCOUNT", "C1", "Z99NONE");
    }

    private String encoded() {
        String text = Odd.any(chance);
        return chance.oneIn(10)
                ? chance.of("%zz", "%", "%c0%af", "%2e%2e%2f", "%00", ";a=b", "%252f")
                : URLEncoder.encode(text.substring(0, Math.min(text.length(), 900)), StandardCharsets.UTF_8);
    }
}
