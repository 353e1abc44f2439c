package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.ec2.Ec2Client;
import emptyrecord.kit.ec2.LaunchOutcome;
import emptyrecord.kit.ec2.LaunchRequest;
import emptyrecord.kit.trace.Tracing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service against a DNS server and peers on loopback, an incident hour in ten seconds. */
abstract class RunningDwfm {

    static final LaunchRequest CUSTOMER = new LaunchRequest("customer", "us-east-1b");
    static final LaunchRequest INTERNAL = new LaunchRequest("internal", "us-east-1a");

    /** Of a handshake: Sr and Se at this speed. */
    private static final Duration RENEWAL = Duration.ofMillis(12_300 / 360);

    private static final Duration ESTABLISHMENT = Duration.ofMillis(43_050 / 360);

    final JsonMapper json = JsonMapper.builder().build();
    final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    FakeDns dns;
    FakePeers peers;
    FakeDroplets droplets;
    ConfigurableApplicationContext service;
    Ec2Client ec2;

    @SuppressWarnings("NullAway.Init")
    RunningDwfm() {}

    @BeforeEach
    void start() throws IOException {
        dns = new FakeDns();
        peers = new FakePeers();
        droplets = new FakeDroplets();
        droplets.takes(RENEWAL, ESTABLISHMENT);
        startService();
    }

    final void startService() {
        String peer = "127.0.0.1:" + peers.port();
        service = new SpringApplication(DwfmApplication.class)
                .run(
                        "--server.port=0",
                        "--lab.speed=360",
                        "--lab.data-dir=" + data,
                        "--lab.dns-server=" + dns.address(),
                        "--dwfm.hosts=2",
                        "--dwfm.droplets-per-host=9",
                        "--dwfm.workers-per-host=2",
                        "--dwfm.connection-mode=" + connectionMode(),
                        "--dwfm.droplets=" + droplets.address(),
                        "--dwfm.standing-instances=20",
                        "--dwfm.instances-max=60",
                        "--dwfm.network-manager-url=http://" + peer,
                        "--dwfm.dynamo-url=http://dynamodb.us-east-1.amazonaws.test:" + peers.port());
        ec2 = new Ec2Client(URI.create(base()), Duration.ofSeconds(10), Tracing.OFF);
    }

    /** The quickest to lose its leases. */
    String connectionMode() {
        return "60s";
    }

    String base() {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterEach
    void stop() {
        service.close();
        droplets.close();
        peers.close();
        dns.close();
    }

    static String unknownIds(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("&InstanceId.%1$d=i-%1$017x"::formatted)
                .collect(Collectors.joining());
    }

    void awaitLeases(int droplets) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state().get("leasesHeld").asInt() >= droplets);
    }

    String launched(LaunchRequest request) {
        LaunchOutcome outcome = ec2.run(request);
        assertThat(outcome).isInstanceOf(LaunchOutcome.Launched.class);
        return ((LaunchOutcome.Launched) outcome).instanceId();
    }

    static String code(LaunchOutcome outcome) {
        return outcome instanceof LaunchOutcome.Refused refused ? refused.code() : "";
    }

    JsonNode state() throws Exception {
        return json.readTree(get("/state"));
    }

    String get(String path) throws Exception {
        return send("GET", path, "").body();
    }

    static List<String> idsIn(String xml) {
        return Pattern.compile("<instanceId>(.*?)</instanceId>")
                .matcher(xml)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    static String idIn(String xml) {
        return xml.replaceAll("(?s).*<instanceId>(.*?)</instanceId>.*", "$1");
    }

    String post(String form) throws Exception {
        return send("POST", "/", form, "application/x-www-form-urlencoded").body();
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, body, "application/json");
    }

    HttpResponse<String> send(String method, String path, String body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
