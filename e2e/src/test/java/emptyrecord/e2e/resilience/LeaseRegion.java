package emptyrecord.e2e.resilience;

import static org.awaitility.Awaitility.await;

import emptyrecord.e2e.kill.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * DWFM, the droplets and DynamoDB alone, as processes on ports of their own: two hosts with 16 droplets each, an incident hour
 * in ten seconds. DynamoDB's name is a static host entry, so there is no DNS.
 */
final class LeaseRegion implements AutoCloseable {

    static final int DROPLETS = 32;
    private static final String SPEED = "360";
    private static final String NAME = "dynamodb.us-east-1.amazonaws.test";
    private static final Duration TIMEOUT = Duration.ofSeconds(180);
    private static final JsonMapper JSON = new JsonMapper();

    final Service dynamo;
    final Service droplets;
    final Service dwfm;
    private final HttpClient http = HttpClient.newHttpClient();

    LeaseRegion(Path folder) {
        Map<String, String> common = Map.of(
                "LAB_SPEED", SPEED, "LAB_ORIGIN", Instant.now().toString(), "LAB_DNSSERVER", "127.0.0.1:" + freePort());
        int table = freePort();
        String agents = "127.0.0.1:" + freePort();
        dynamo = service("fake-dynamo", folder, common, balancer(table));
        droplets = service("droplets", folder, common, fleet("DROPLETS", Map.of("DROPLETS_ADDRESS", agents)));
        dwfm = service("dwfm", folder, common, fleet("DWFM", dwfm(table, agents)));
    }

    private static Map<String, String> balancer(int port) {
        return Map.of(
                "DYNAMO_DURABILITY", "process",
                "DYNAMO_LOADBALANCERS_0_NAME", "lb-1a",
                "DYNAMO_LOADBALANCERS_0_ZONE", "us-east-1a",
                "DYNAMO_LOADBALANCERS_0_ADDRESS", "127.0.0.1",
                "DYNAMO_LOADBALANCERS_0_PORT", String.valueOf(port));
    }

    private static Map<String, String> dwfm(int table, String agents) {
        return Map.of(
                "DWFM_DROPLETS",
                agents,
                "DWFM_DYNAMOURL",
                "http://" + NAME + ":" + table,
                "DWFM_STANDINGINSTANCES",
                "0",
                "DWFM_NETWORKMANAGERURL",
                "http://127.0.0.1:1");
    }

    private static Map<String, String> fleet(String prefix, Map<String, String> own) {
        return merged(own, Map.of(prefix + "_HOSTS", "2", prefix + "_DROPLETSPERHOST", "16"));
    }

    private static Service service(String name, Path folder, Map<String, String> common, Map<String, String> own) {
        return new Service(name, name, freePort(), merged(common, own), folder);
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }

    /** Below the range that the operating system assigns, so that nobody gets it while its service is dead. */
    private static int freePort() {
        Random random = new Random();
        for (int tries = 0; tries < 1000; tries++) {
            int port = random.nextInt(20_000, 32_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("found no free port from 20000 to 32000 on 127.0.0.1");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    void start() throws Exception {
        List<Service> all = List.of(dynamo, droplets, dwfm);
        all.forEach(Service::start);
        all.forEach(LeaseRegion::awaitReady);
        put(dwfm, "/hosts/" + NAME, "{\"addresses\":[\"127.0.0.1\"]}");
    }

    static void awaitReady(Service service) {
        await(service.name() + " is ready").atMost(TIMEOUT).until(() -> service.isReady() || service.isDead());
        if (service.isDead()) {
            throw new IllegalStateException(service.name() + " has ended by itself; its log is in the test's folder");
        }
    }

    void guard(String name, boolean on) throws Exception {
        put(dwfm, "/guards/" + name, "{\"on\":" + on + "}");
    }

    void put(Service service, String path, String body) throws Exception {
        send(service, path, HttpRequest.newBuilder().method("PUT", HttpRequest.BodyPublishers.ofString(body)));
    }

    void delete(Service service, String path) throws Exception {
        send(service, path, HttpRequest.newBuilder().DELETE());
    }

    private void send(Service service, String path, HttpRequest.Builder request) throws Exception {
        URI url = service.url(path);
        HttpResponse<String> answer = http.send(
                request.uri(url).header("Content-Type", "application/json").build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(url + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    int leases() throws IOException {
        return JSON.readTree(dwfm.get("/state").body()).path("leasesHeld").asInt();
    }

    /**
     * Sum of DWFM's series of a metric.
     *
     * @param labels each as Prometheus writes it, for example {@code state="open"}
     */
    double metric(String name, String... labels) throws IOException {
        return dwfm.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        Stream.of(dwfm, droplets, dynamo).forEach(Service::kill);
    }
}
