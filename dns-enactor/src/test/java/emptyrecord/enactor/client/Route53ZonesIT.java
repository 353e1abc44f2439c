package emptyrecord.enactor.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.PlanTree;
import emptyrecord.enactor.core.ZoneHead;
import emptyrecord.kit.dns.TreeNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

/** Reads a zone through the SDK, from a Route 53 that lists in Route 53's order and returns only what is requested. */
class Route53ZonesIT {

    private static final String API = "/2013-04-01/hostedzone";
    private static final String ZONE = "dynamodb.us-east-1.amazonaws.test";

    /** Record sets by their place in a listing: names without the zone's, label after label from the right. */
    private final TreeMap<String, String> sets = new TreeMap<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private Route53Client sdk;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(API, exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = path.endsWith("/rrset") ? page(query(exchange.getRequestURI())) : zones();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        sdk = Route53Client.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    @AfterEach
    void stop() {
        sdk.close();
        server.stop(0);
    }

    @ParameterizedTest
    @EnumSource(TreeNames.class)
    void theHeadAndTheTreesAreFoundWhereverTheTreesSort(TreeNames names) {
        add("", "", "SOA", values("ns.test. host.test. 1 1 1 1 1"));
        add("", "", "A", alias(names.tree(ZONE, 145)));
        add("", "", "AAAA", alias(names.tree(ZONE, 144)));
        add("_lock", "", "TXT", values("\"holder=dns-enactor-b until=77\""));
        add("_rollback", "", "A", alias(names.tree(ZONE, 144)));
        add("_version", "", "TXT", values("\"plan=145\""));
        LongStream.rangeClosed(110, 145).forEach(plan -> tree(names, plan));

        Route53Zones zones = new Route53Zones(sdk, new NoCounter());
        ZoneHead head = zones.head(ZONE).orElseThrow();
        List<PlanTree> trees = zones.trees(ZONE);

        assertThat(head.active()).isEqualTo(new PlanGeneration(145));
        assertThat(head.apexIpv6())
                .hasValueSatisfying(aaaa -> assertThat(aaaa.target()).isEqualTo(names.tree(ZONE, 144)));
        assertThat(head.lock())
                .hasValueSatisfying(lock -> assertThat(lock.text()).contains("dns-enactor-b"));
        assertThat(head.version()).isPresent();
        assertThat(trees)
                .extracting(tree -> tree.plan().value())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(110, 145).boxed().toList());
        assertThat(trees).allSatisfy(tree -> assertThat(tree.sets()).hasSize(4));
    }

    private void tree(TreeNames names, long plan) {
        String label = names.tree(ZONE, plan).replace("." + ZONE, "");
        add("lb-1a." + label, "", "A", values("127.0.1.10"));
        add("lb-1a." + label, "", "AAAA", values("::ffff:127.0.1.10"));
        for (String type : List.of("A", "AAAA")) {
            add(label, "lb-1a", type, "<Weight>100</Weight>" + alias("lb-1a." + label + "." + ZONE));
        }
    }

    private void add(String below, String identifier, String type, String data) {
        String name = below.isEmpty() ? ZONE + "." : below + "." + ZONE + ".";
        String set = identifier.isEmpty() ? "" : "<SetIdentifier>" + identifier + "</SetIdentifier>";
        sets.put(
                place(name) + " " + type + " " + identifier,
                "<ResourceRecordSet><Name>" + name + "</Name><Type>" + type + "</Type>" + set + data
                        + "</ResourceRecordSet>");
    }

    private static String place(String name) {
        List<String> labels = new ArrayList<>(List.of(name.split("\\.")));
        return String.join(".", labels.reversed()) + ".";
    }

    private static String values(String value) {
        return "<TTL>60</TTL><ResourceRecords><ResourceRecord><Value>" + value
                + "</Value></ResourceRecord></ResourceRecords>";
    }

    private static String alias(String target) {
        return "<AliasTarget><HostedZoneId>Z1</HostedZoneId><DNSName>" + target
                + ".</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>";
    }

    private static String zones() {
        return "<ListHostedZonesResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><HostedZones><HostedZone><Id>"
                + "/hostedzone/Z1</Id><Name>" + ZONE + ".</Name><CallerReference>r</CallerReference></HostedZone>"
                + "</HostedZones><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>";
    }

    private String page(Map<String, String> query) {
        String from = place(query.getOrDefault("name", ZONE)) + " " + query.getOrDefault("type", "") + " "
                + query.getOrDefault("identifier", "");
        int max = Integer.parseInt(query.getOrDefault("maxitems", "30"));
        StringBuilder page = new StringBuilder();
        String next = "<IsTruncated>false</IsTruncated>";
        int given = 0;
        for (Map.Entry<String, String> set : sets.tailMap(from.strip(), true).entrySet()) {
            if (given++ == max) {
                next = next(set.getKey());
                break;
            }
            page.append(set.getValue());
        }
        return "<ListResourceRecordSetsResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ResourceRecordSets>"
                + page + "</ResourceRecordSets>" + next + "<MaxItems>" + max
                + "</MaxItems></ListResourceRecordSetsResponse>";
    }

    private static String next(String key) {
        String[] parts = key.split(" ", -1);
        String identifier = parts[2].isEmpty() ? "" : "<NextRecordIdentifier>" + parts[2] + "</NextRecordIdentifier>";
        return "<IsTruncated>true</IsTruncated><NextRecordName>" + place(parts[0]) + "</NextRecordName><NextRecordType>"
                + parts[1] + "</NextRecordType>" + identifier;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getQuery() != null) {
            for (String pair : uri.getQuery().split("&")) {
                query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return query;
    }

    private static final class NoCounter implements Route53Zones.CallCounter {

        @Override
        public void answered() {}

        @Override
        public void refused() {}

        @Override
        public void silent(String why) {
            throw new AssertionError(why);
        }
    }
}
