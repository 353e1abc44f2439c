package emptyrecord.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.ClockView;
import emptyrecord.api.common.Freeze;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.json.ContractJson;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.kit.dns.DnsAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DnsSnapshotReaderIT {

    private static final String ZONES = "/2013-04-01/hostedzone";

    private static final Instant NOON = Instant.parse("2026-01-01T06:48:00Z");

    private final Map<String, String> answers = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = answers.getOrDefault(exchange.getRequestURI().toString(), "")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        answers.put(
                ZONES,
                "<R><HostedZones><HostedZone><Id>/hostedzone/Z1</Id><Name>" + Zone.REGIONAL
                        + ".</Name></HostedZone></HostedZones></R>");
        show(Resources.CLOCK, new ClockView(60, NOON, NOON, null, null, new ClockView.Lag(0, 0, 0, 0, 0)));
    }

    private <T> void show(Resource<T> resource, T state) {
        answers.put(resource.path(), ContractJson.MAPPER.writeValueAsString(state));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    private DnsSnapshot look() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        DnsSnapshotReader.Places places = new DnsSnapshotReader.Places(url, url, Map.of("dns-enactor-a", url));
        return new DnsSnapshotReader(new RealFaces(), name -> new DnsAnswer.Empty(Duration.ZERO), places).look();
    }

    private static String apex(String target) {
        return "<ResourceRecordSet><Name>" + Zone.REGIONAL + ".</Name><Type>A</Type><AliasTarget><HostedZoneId>Z1"
                + "</HostedZoneId><DNSName>" + target + "." + Zone.REGIONAL
                + ".</DNSName></AliasTarget></ResourceRecordSet>";
    }

    private static String lock() {
        return "<ResourceRecordSet><Name>_lock." + Zone.REGIONAL
                + ".</Name><Type>TXT</Type><TTL>60</TTL><ResourceRecords>"
                + "<ResourceRecord><Value>\"holder=dns-enactor-b until=7\"</Value></ResourceRecord></ResourceRecords>"
                + "</ResourceRecordSet>";
    }

    @Test
    void everyPageOfAZoneIsReadAndEveryStateIsThere() {
        show(
                Resources.LATEST_PLAN,
                new PublishedPlan(
                        146, NOON, List.of(new PublishedPlan.Endpoint("regional", Zone.REGIONAL, null, List.of()))));
        show(Resources.FREEZE, new Freeze(true));
        show(Resources.ENACTOR, new EnactorState("dns-enactor-a", 110L, "regional", "back-off", 6, null, false));
        answers.put(
                ZONES + "/Z1/rrset",
                "<R><ResourceRecordSets>" + apex("plan-110") + "</ResourceRecordSets><NextRecordName>_lock."
                        + Zone.REGIONAL + ".</NextRecordName><NextRecordType>TXT</NextRecordType></R>");
        answers.put(
                ZONES + "/Z1/rrset?name=_lock." + Zone.REGIONAL + ".&type=TXT",
                "<R><ResourceRecordSets>" + lock() + "</ResourceRecordSets></R>");

        DnsSnapshot look = look();

        assertThat(look.latest()).hasValue(146);
        assertThat(look.planner())
                .hasValueSatisfying(p -> assertThat(p.frozen()).isTrue());
        assertThat(look.enactors())
                .singleElement()
                .satisfies(e -> assertThat(e.state())
                        .hasValue(new DnsSnapshot.EnactorState(
                                OptionalLong.of(110), "regional", "back-off", 6, OptionalLong.empty(), false)));
        ZoneView zone = ZoneView.of(look.endpoints().getFirst()).orElseThrow();
        assertThat(zone.apex()).hasValueSatisfying(a -> {
            assertThat(a.target().plan()).hasValue(110);
            assertThat(a.exists()).isFalse();
        });
        assertThat(zone.lock()).hasValueSatisfying(l -> assertThat(l.holder()).isEqualTo("dns-enactor-b"));
    }

    @Test
    void withoutAPlannerTheZonesUnderALockAreShown() {
        answers.put(ZONES + "/Z1/rrset", "<R><ResourceRecordSets>" + lock() + "</ResourceRecordSets></R>");

        DnsSnapshot look = look();

        assertThat(look.planner()).isEmpty();
        assertThat(look.endpoints())
                .singleElement()
                .satisfies(e -> assertThat(e.name()).isEqualTo(Zone.REGIONAL));
        assertThat(look.enactors())
                .singleElement()
                .satisfies(e -> assertThat(e.state()).isEmpty());
    }

    private final class RealFaces implements StateReader {

        @Override
        public <T> Optional<T> read(URI service, Resource<T> resource) {
            return bytes(service.resolve(resource.path()))
                    .map(body -> new String(body, StandardCharsets.UTF_8))
                    .flatMap(resource::read);
        }

        @Override
        public Optional<byte[]> bytes(URI uri) {
            try {
                HttpResponse<byte[]> answer =
                        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
                return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
