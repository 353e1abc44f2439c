package emptyrecord.nlb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.nlb.client.NodeFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service against stand-ins of EC2, Route 53, Network Manager and the fabric. */
class NlbHealthcheckIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path data;

    private final FakePeers peers = new FakePeers();
    private final FakeFabric fabric = new FakeFabric();
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext service = new GenericApplicationContext();

    private ConfigurableApplicationContext start(String... more) {
        String[] all = Stream.concat(Stream.of(arguments()), Stream.of(more)).toArray(String[]::new);
        return SpringApplication.run(NlbHealthcheckApplication.class, all);
    }

    private String[] arguments() {
        return new String[] {
            "--server.port=0",
            "--lab.data-dir=" + data,
            "--lab.speed=240",
            "--nlb.node-port=0",
            "--nlb.nodes-per-zone=3",
            "--nlb.targets-per-zone=1",
            "--nlb.node-connections-per-minute=1000",
            "--nlb.checkers.count=4",
            "--nlb.checks.time-out=90s",
            "--nlb.fleet.boot=20s",
            "--nlb.dwfm-url=" + peers.url(),
            "--nlb.network-manager-url=" + peers.url(),
            "--nlb.route53-url=" + peers.url(),
            "--nlb.fabric=" + fabric.hostPort()
        };
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        peers.close();
        fabric.close();
    }

    @Test
    void bringsUpCarriesAndTakesTheFleetUpAgain() throws Exception {
        service = start();
        awaitAllNodesPublished();
        assertThat(peers.launches).hasValue(9 + 3 + 4);
        assertThat(peers.launchForms).allMatch(form -> form.contains("Tag.1.Value=internal"));
        assertThat(get("/actuator/health/readiness")).contains("\"status\":\"UP\"");
        assertThat(hello("nlb-1b-2")).startsWith("OK i-");

        service.close();
        service = start();
        awaitAllNodesPublished();
        assertThat(hello("nlb-1b-2")).startsWith("OK i-");
        assertThat(peers.launches).as("nothing is launched again").hasValue(9 + 3 + 4);
    }

    @Test
    void unreachableZoneLeavesDnsUntilTheOperatorSwitchesFailoverOff() throws Exception {
        service = start();
        awaitAllNodesPublished();
        state().path("nodes").forEach(node -> {
            if (node.path("az").asString().equals("us-east-1a")) {
                fabric.unreachable.add(node.path("instanceId").asString());
            }
        });
        await().atMost(TIMEOUT).until(() -> get("/events").contains("zone-withdrawn"));
        await().atMost(TIMEOUT).until(() -> peers.lastPublished().stream().noneMatch(a -> a.startsWith("127.1.1.")));
        assertThat(state().path("healthyCapacityShare").asDouble()).isLessThan(0.7);

        assertThat(put("/operations/auto-failover", "{\"on\":false}").body()).isEqualTo("{\"on\":false}");
        await().atMost(TIMEOUT).until(() -> peers.lastPublished().size() == 9);
        put("/operations/auto-failover", "{\"on\":true}");
        await().atMost(TIMEOUT)
                .until(() -> state().path("zones").get(0).path("withdrawn").asBoolean());

        fabric.unreachable.clear();
        awaitAllNodesPublished();
        assertThat(get("/events")).contains("zone-restored", "auto-failover-switched", "health-checks-failing");
    }

    @Test
    void refusedLaunchesAndWritesAreTriedAgain() {
        peers.ec2Refuses = true;
        peers.route53Refuses = true;
        service = start();
        assertThat(state().path("broughtUp").asBoolean()).isFalse();
        peers.ec2Refuses = false;
        await().atMost(TIMEOUT)
                .until(() -> get("/actuator/prometheus")
                        .lines()
                        .anyMatch(l ->
                                l.startsWith("nlb_dns_publishes_total{outcome=\"failed\"") && !l.endsWith(" 0.0")));
        peers.route53Refuses = false;
        awaitAllNodesPublished();
        assertThat(peers.published).as("an empty answer is never written").noneMatch(Set::isEmpty);
    }

    @Test
    void slowCheckersFailAndBadInputIsExplained() throws Exception {
        service = start();
        awaitAllNodesPublished();
        put("/chaos/slow-checker", "{\"step\":\"hopeless\"}");
        await().atMost(TIMEOUT).until(() -> state().path("failedShare").asDouble() > 0.3);
        http.send(request("/chaos/slow-checker").DELETE().build(), HttpResponse.BodyHandlers.ofString());
        awaitAllNodesPublished();

        HttpResponse<String> bad = put("/operations/auto-failover", "{}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("say");
        assertThat(put("/operations/auto-failover", "nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/guards"))
                .contains("nlb.velocity-control", "nlb.fail-open", "nlb.late-is-unknown", "nlb.warm-up", "nlb.damping");
        ReadmeCheck.everyMeterIsNamed(get("/actuator/prometheus"));
    }

    @Test
    void checkersThatNetworkManagerDoesNotReachAreReplaced() {
        peers.networkManagerFails = true;
        IntStream.rangeClosed(1, 9 + 3 + 4).forEach(k -> peers.inTwoZones.add("i-" + k));
        service = start("--nlb.checkers.replace-unreachable-every=2m", "--nlb.checkers.replace-unreachable-after=1m");
        awaitAllNodesPublished();
        int asked = peers.networkManagerAsked.get();
        await().atMost(TIMEOUT).until(() -> peers.networkManagerAsked.get() > asked + 2);
        assertThat(get("/events"))
                .as("nobody is replaced because Network Manager is away")
                .doesNotContain("checker-retired");
        peers.networkManagerFails = false;
        await().atMost(TIMEOUT).until(() -> peers.terminated.size() == 4);
        assertThat(get("/events")).contains("checker-retired", "unreachable");
        await().atMost(TIMEOUT).until(() -> state().path("checkers").asInt() == 4);
        awaitAllNodesPublished();
        assertThat(peers.launches).hasValue(9 + 3 + 4 + 4);
    }

    private void awaitAllNodesPublished() {
        await().atMost(TIMEOUT)
                .until(() -> state().path("broughtUp").asBoolean()
                        && state().path("inDnsShare").asDouble() == 1
                        && peers.lastPublished().size() == 9);
    }

    private String hello(String node) throws IOException {
        var address = service.getBean(NodeFront.class).addressOf(node);
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("HELLO\n".getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.UTF_8);
        }
    }

    private JsonNode state() {
        return json.readTree(get("/state"));
    }

    private String get(String path) {
        try {
            return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
