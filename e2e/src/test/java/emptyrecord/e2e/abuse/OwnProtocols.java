package emptyrecord.e2e.abuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs for the other protocols: Route 53, DNS, DynamoDB, EC2, gRPC, and the Network Manager's reports. */
final class OwnProtocols {

    private static final String RRSET = "POST /2013-04-01/hostedzone/Z01REGIONAL/rrset";
    private static final String XMLNS = "https://route53.amazonaws.com/doc/2013-04-01/";
    private static final String TABLE = "abuse";

    /** Numbers of elements, declarations and bytes that ended services before there were limits. */
    private static final int EMPTY_CHILDREN = 480_000;

    private static final int NAMESPACES = 90_000;
    private static final int EMPTY_MAPS = 250_000;
    private static final int TINY_LISTS = 100_000;
    private static final int TOKEN_CHARACTERS = 1_900_000;

    /** The begin of an HTTP/2 connection (RFC 9113, section 3.4), with an empty SETTINGS frame. */
    private static final String HTTP2 = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    private final String network;
    private final int holdSeconds;

    OwnProtocols(String network, int holdSeconds) {
        this.network = network;
        this.holdSeconds = holdSeconds;
    }

    List<Input> inputs() {
        List<Input> all = new ArrayList<>(route53());
        all.addAll(dynamo());
        all.add(new Input("8 MB on /network-state", "network-manager", this::networkState));
        Target agents = Target.agents(network);
        all.add(new Input(
                "HTTP/2 begun on 300 connections",
                "droplets",
                () -> Crowd.holding(agents, 300, Http.bytes(HTTP2), holdSeconds)));
        all.add(new Input(
                "1 MB that is no HTTP/2, 8 at once",
                "droplets",
                () -> Crowd.holding(agents, 8, Http.bytes("x".repeat(1_000_000)), holdSeconds)));
        all.add(new Input("13 client tokens of 1.9 MB", "dwfm", this::clientTokens));
        return all;
    }

    private List<Input> route53() {
        Target http = Target.named("fake-route53", network);
        return List.of(
                new Input("<a> with 480,000 empty children", "fake-route53", () -> Crowd.one(http, emptyChildren())),
                new Input(
                        "90,000 namespace declarations, 2 at once",
                        "fake-route53",
                        () -> Crowd.atOnce(http, EveryService.same(namespaces(), 2))),
                new Input("AXFR pipelined on 60 connections", "fake-route53", this::transfers));
    }

    private static byte[] xml(String inner) {
        String body = "<?xml version=\"1.0\"?><ChangeResourceRecordSetsRequest xmlns=\"" + XMLNS + "\">" + inner
                + "</ChangeResourceRecordSetsRequest>";
        return Http.request(RRSET, Map.of("Content-Type", "text/xml"), Http.bytes(body));
    }

    private static byte[] emptyChildren() {
        return xml("<a>" + "<b/>".repeat(EMPTY_CHILDREN) + "</a>");
    }

    private static byte[] namespaces() {
        StringBuilder declared = new StringBuilder("<a");
        for (int i = 0; i < NAMESPACES; i++) {
            declared.append(" xmlns:n").append(i).append("=\"u:").append(i).append('"');
        }
        return xml(declared.append("/>").toString());
    }

    /** 200 transfers asked for on each of 60 connections, and no answer read. */
    private String transfers() {
        byte[] one = axfr("dynamodb.us-east-1.amazonaws.test");
        byte[] many = new byte[one.length * 200];
        for (int i = 0; i < 200; i++) {
            System.arraycopy(one, 0, many, i * one.length, one.length);
        }
        return Crowd.holding(Target.dns(network), 60, many, holdSeconds);
    }

    /** A query for a whole zone over TCP (RFC 5936): length, header, one question. */
    private static byte[] axfr(String zone) {
        byte[] name = DnsBytes.name(zone);
        byte[] query = new byte[2 + 12 + name.length + 4];
        query[1] = (byte) (query.length - 2);
        query[3] = 1;
        query[7] = 1;
        System.arraycopy(name, 0, query, 14, name.length);
        query[query.length - 3] = (byte) 252;
        query[query.length - 1] = 1;
        return query;
    }

    private List<Input> dynamo() {
        Target data = Target.dynamo(network);
        String maps = "{\"m\":{\"M\":{" + numbered(EMPTY_MAPS, "{\"M\":{}}") + "}},\"id\":{\"S\":\"x\"}}";
        String lists = "{\"l\":{\"L\":[" + repeated(TINY_LISTS, "{\"L\":[]}") + "]},\"id\":{\"S\":\"x\"}}";
        return List.of(
                new Input("an item of 250,000 empty maps", "fake-dynamo", () -> Crowd.one(data, put("canary", maps))),
                new Input("a list of 100,000 {\"L\":[]}", "fake-dynamo", () -> Crowd.one(data, put("canary", lists))),
                new Input(
                        "1,036 kept connections to the data plane",
                        "fake-dynamo",
                        () -> Crowd.holding(data, 1036, call("ListTables", "{}"), holdSeconds)),
                new Input(
                        "60 half-sent bodies of 1 MB",
                        "fake-dynamo",
                        () -> Crowd.holding(data, 60, halfMegabyte(), holdSeconds)),
                new Input("100 items of 390 KB", "fake-dynamo", () -> largeItems(data)));
    }

    private static String numbered(int count, String value) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(Integer.toString(i, 36))
                    .append("\":")
                    .append(value);
        }
        return all.toString();
    }

    private static String repeated(int count, String value) {
        return String.join(",", Collections.nCopies(count, value));
    }

    private static byte[] put(String table, String item) {
        return call("PutItem", "{\"TableName\":\"" + table + "\",\"Item\":" + item + "}");
    }

    private static byte[] call(String operation, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Amz-Target", "DynamoDB_20120810." + operation);
        headers.put("Content-Type", "application/x-amz-json-1.0");
        headers.put("Authorization", "AWS4-HMAC-SHA256 Credential=lab/20260101/us-east-1/dynamodb/aws4_request");
        return Http.request("POST /", headers, Http.bytes(body));
    }

    private static byte[] halfMegabyte() {
        byte[] whole = put("canary", "{\"id\":{\"S\":\"" + "x".repeat(1_000_000) + "\"}}");
        return Arrays.copyOf(whole, whole.length - 100);
    }

    /** In a table of their own, which is deleted at the end. */
    private String largeItems(Target data) {
        String key = "{\"TableName\":\"" + TABLE + "\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":"
                + "[{\"AttributeName\":\"id\",\"AttributeType\":\"S\"}],\"KeySchema\":"
                + "[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]}";
        Crowd.one(data, call("CreateTable", key));
        Map<String, Integer> heard = new java.util.TreeMap<>();
        String large = "x".repeat(390_000);
        for (int i = 0; i < 100; i++) {
            String item = "{\"id\":{\"S\":\"" + i + "\"},\"v\":{\"S\":\"" + large + "\"}}";
            heard.merge(Crowd.one(data, put(TABLE, item)), 1, Integer::sum);
        }
        Crowd.one(data, call("DeleteTable", "{\"TableName\":\"" + TABLE + "\"}"));
        return Crowd.counted(heard);
    }

    private String networkState() {
        String body = "{\"instanceId\":\"" + "i".repeat(8_000_000) + "\"}";
        return Crowd.one(Target.named("network-manager", network), Http.json("POST /network-state", body));
    }

    private String clientTokens() {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            String form = "Action=RunInstances&Version=2016-11-15&ImageId=ami-1&MinCount=1&MaxCount=1&ClientToken="
                    + (char) ('a' + i) + "x".repeat(TOKEN_CHARACTERS);
            requests.add(Http.request(
                    "POST /", Map.of("Content-Type", "application/x-www-form-urlencoded"), Http.bytes(form)));
        }
        return Crowd.atOnce(Target.named("dwfm", network), requests);
    }
}
