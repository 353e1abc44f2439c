package emptyrecord.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A real Alertmanager with our two configurations: a root cause silences its symptoms, and in the storm nothing is silenced. */
class AlertmanagerIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<Path> program = Optional.empty();
    private @Nullable Process process;
    private URI url = URI.create("http://127.0.0.1");

    @BeforeEach
    void isThere() {
        program = Stream.of("alertmanager", "prometheus-alertmanager")
                .flatMap(name -> Project.program(name).stream())
                .findFirst();
        assumeTrue(
                program.isPresent(),
                "no alertmanager on the PATH; Debian has it in the package prometheus-alertmanager");
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
        http.close();
    }

    @Test
    void theEmptyRecordSilencesAllWhoNeedTheNameAndNobodyElse() throws Exception {
        start("alertmanager.yml");
        send(EMPTY_RECORD);
        pages("CanaryBurnsFast connection", "RegionalRecordEmpty");
    }

    @Test
    void theCollapseSilencesLeasesAndLaunchesOnceTheNameIsBack() throws Exception {
        start("alertmanager.yml");
        send(COLLAPSE);
        pages("LeaseGoodputCollapsed");
    }

    @Test
    void lateNetworkStateSilencesTheLoadBalancer() throws Exception {
        start("alertmanager.yml");
        send(SECOND_WAVE);
        pages("LeasesLost", "NetworkStateLate");
    }

    @Test
    void inTheStormEverySymptomPages() throws Exception {
        start("alertmanager-storm.yml");
        send(EMPTY_RECORD);
        pages(EMPTY_RECORD.stream().map(AlertmanagerIT::told).toArray(String[]::new));
    }

    private static final List<Map<String, String>> EMPTY_RECORD = List.of(
            alert("RegionalRecordEmpty"),
            alert("ClientsGetEmptyAnswers"),
            alert("LeasesLost"),
            alert("LaunchErrors"),
            alert("CanaryBurnsFast", "canary", "dynamodb"),
            alert("CanaryBurnsFast", "canary", "internal-tool"),
            alert("CanaryBurnsFast", "canary", "connection"));

    private static final List<Map<String, String>> COLLAPSE = List.of(
            alert("LeaseGoodputCollapsed"),
            alert("LeasesLost"),
            alert("DwfmQueueBeyondDeadline"),
            alert("LaunchErrors"),
            alert("CanaryBurnsFast", "canary", "launch"));

    private static final List<Map<String, String>> SECOND_WAVE = List.of(
            alert("NetworkStateLate"),
            alert("NlbResultsLate"),
            alert("NlbZoneWithdrawn", "az", "us-east-1a"),
            alert("NlbCapacityBelowDemand"),
            alert("LeasesLost"),
            alert("CanaryBurnsFast", "canary", "connection"));

    private static Map<String, String> alert(String name, String... label) {
        return label.length == 0 ? Map.of("alertname", name) : Map.of("alertname", name, label[0], label[1]);
    }

    private static String told(Map<String, String> labels) {
        String canary = labels.getOrDefault("canary", "");
        return labels.get("alertname") + (canary.isEmpty() ? "" : " " + canary);
    }

    private void start(String configuration) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        process = new ProcessBuilder(
                        program.orElseThrow().toString(),
                        "--config.file=" + Project.file("prometheus").resolve(configuration),
                        "--storage.path=" + data,
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(Project.TARGET.resolve("alertmanager.log").toFile())
                .start();
        url = URI.create("http://127.0.0.1:" + port);
        await().atMost(TIMEOUT).ignoreExceptions().until(() -> get("/-/ready").statusCode() == 200);
    }

    private void send(List<Map<String, String>> alerts) throws Exception {
        String body = JSON.writeValueAsString(
                alerts.stream().map(labels -> Map.of("labels", labels)).toList());
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until exactly these alerts are neither waiting for their group nor silenced. */
    private void pages(String... wanted) {
        await().atMost(TIMEOUT).untilAsserted(() -> {
            TreeSet<String> active = new TreeSet<>();
            JSON.readTree(get("/api/v2/alerts?active=true&inhibited=false&unprocessed=false")
                            .body())
                    .forEach(a -> active.add(told(Map.of(
                            "alertname", a.path("labels").path("alertname").asString(),
                            "canary", a.path("labels").path("canary").asString("")))));
            assertThat(active).containsExactlyInAnyOrder(wanted);
        });
    }
}
