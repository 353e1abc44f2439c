package emptyrecord.e2e.observability;

import emptyrecord.e2e.LabRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus beside the replays of this build, on a free port of loopback, with {@code prometheus/local.yml}
 * for the addresses of {@link LabRun}'s region. Its data stays in {@code target/prometheus}; it ends with the tests' JVM.
 */
public final class Prometheus {

    static final Duration STEP = Duration.ofSeconds(1);

    static final String MISSING =
            "no prometheus on the PATH (Debian has it in the package prometheus), or -Dobservability.skip=true";

    private static final JsonMapper JSON = new JsonMapper();
    private static @Nullable Prometheus running;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    private Prometheus(URI url) {
        this.url = url;
    }

    /** Starts one if there is none, the program exists and it is not disabled; all later calls return the same. */
    public static synchronized Optional<Prometheus> watch() {
        if (running == null && !Boolean.getBoolean("observability.skip")) {
            running = Project.program("prometheus").map(Prometheus::start).orElse(null);
        }
        return Optional.ofNullable(running);
    }

    /** The existing one. */
    static Prometheus at(URI url) {
        return new Prometheus(url);
    }

    private static Prometheus start(Path program) {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Project.TARGET), "prometheus-");
            int port = freePort();
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--config.file=" + configuration(),
                            "--storage.tsdb.path=" + data,
                            "--storage.tsdb.retention.time=1d",
                            "--web.listen-address=127.0.0.1:" + port,
                            "--log.level=warn")
                    .redirectErrorStream(true)
                    .redirectOutput(Project.TARGET.resolve("prometheus.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Prometheus prometheus = new Prometheus(URI.create("http://127.0.0.1:" + port));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(prometheus::isReady);
            return prometheus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path configuration() throws IOException {
        String local = Project.text(Project.file("prometheus/local.yml"));
        return Files.writeString(
                Project.TARGET.resolve("prometheus.yml"),
                local.replace("[\"127.0.0.1:", "[\"" + LabRun.NETWORK + ".0.1:")
                        .replace("rules/", Project.file("prometheus/rules") + "/"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A series of an answer: its labels, and its values by time; NaN left out. */
    record Series(TreeMap<String, String> labels, TreeMap<Instant, Double> values) {

        String name() {
            return labels.getOrDefault("__name__", "");
        }
    }

    /** The result of the expression, once a step; series that have nothing but NaN left out. */
    List<Series> range(String expr, Instant from, Instant to, Duration step) {
        JsonNode result = api("/api/v1/query_range?query=" + encoded(expr) + "&start=" + seconds(from) + "&end="
                + seconds(to) + "&step=" + step.toMillis() / 1000.0);
        List<Series> all = new ArrayList<>();
        for (JsonNode each : result.path("result")) {
            Series series = new Series(new TreeMap<>(), new TreeMap<>());
            each.path("metric")
                    .properties()
                    .forEach(e -> series.labels().put(e.getKey(), e.getValue().asString()));
            for (JsonNode pair : each.path("values")) {
                double value = value(pair.get(1).asString());
                if (!Double.isNaN(value)) {
                    series.values()
                            .put(Instant.ofEpochMilli(Math.round(pair.get(0).asDouble() * 1000)), value);
                }
            }
            if (!series.values().isEmpty()) {
                all.add(series);
            }
        }
        return all;
    }

    /** Names of all metrics that were scraped or recorded. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        api("/api/v1/label/__name__/values").forEach(n -> names.add(n.asString()));
        return names;
    }

    private JsonNode api(String path) {
        try {
            HttpResponse<String> answer = get(path);
            JsonNode body = JSON.readTree(answer.body());
            if (!body.path("status").asString("").equals("success")) {
                throw new IllegalStateException("Prometheus on " + path + ": " + answer.body());
            }
            return body.path("data");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpResponse<String> get(String path) throws InterruptedException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static String seconds(Instant at) {
        return String.valueOf(at.toEpochMilli() / 1000.0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
